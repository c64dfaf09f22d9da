package dev.mcpcodegen.it.corpus.generated;

import dev.mcpcodegen.codegen.CodegenPipeline;
import dev.mcpcodegen.codegen.CodegenRequest;
import dev.mcpcodegen.codegen.CodegenResult;
import dev.mcpcodegen.codegen.FailOn;
import dev.mcpcodegen.codegen.LockMode;
import dev.mcpcodegen.codegen.SpecInput;
import dev.mcpcodegen.codegen.derive.DerivationOptions;
import dev.mcpcodegen.codegen.derive.DerivationOptions.DocumentationLevel;
import dev.mcpcodegen.codegen.diagnostic.Diagnostic;
import dev.mcpcodegen.codegen.emit.EmitOptions;
import dev.mcpcodegen.codegen.output.ProjectLayout;
import dev.mcpcodegen.codegen.schema.SchemaOptions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * One run of the compiler, measured.
 *
 * @param refusal the first error; null when files were generated
 * @param integration the integration's part of the generated report; missing when refused
 * @param heapMb the most heap that was in use, garbage included
 */
public record Generation(@Nullable String refusal, JsonNode integration, int javaFiles, long millis, long heapMb) {

    /** Runs the compiler with every operation a tool, documented or not. */
    public static Generation run(Workspace workspace) throws IOException {
        ProjectLayout layout = new ProjectLayout(
                workspace.base(),
                workspace.java(),
                workspace.resources(),
                workspace.classes(),
                workspace.reports(),
                workspace.memory(),
                "corpus",
                Set.of("corpus"));
        CodegenRequest request = new CodegenRequest(
                "corpus",
                SpecInput.folder(workspace.specs(), "specs"),
                Set.of(),
                Set.of(),
                LockMode.OFF,
                FailOn.ERROR,
                Set.of(),
                new DerivationOptions(DocumentationLevel.OFF, true),
                SchemaOptions.DEFAULT,
                EmitOptions.inPackage("com.example.mcp"),
                layout);
        System.gc();
        List<MemoryPoolMXBean> pools = heapPools();
        pools.forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        CodegenResult result = new CodegenPipeline().run(request);
        long millis = (System.nanoTime() - start) / 1_000_000;
        long heapMb =
                pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / (1024 * 1024);
        if (result instanceof CodegenResult.Failed failed) {
            return new Generation(firstError(failed), MissingNode.getInstance(), 0, millis, heapMb);
        }
        JsonNode report =
                new JsonMapper().readTree(Files.readString(workspace.reports().resolve("report.json")));
        return new Generation(null, report.path("integrations").path(0), count(workspace.java()), millis, heapMb);
    }

    private static String firstError(CodegenResult.Failed failed) {
        List<Diagnostic> errors =
                failed.diagnostics().stream().filter(Diagnostic::isError).toList();
        return errors.isEmpty() ? "no error is told" : errors.size() + " errors, the first: " + errors.get(0);
    }

    private static int count(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return (int) files.filter(file -> file.toString().endsWith(".java")).count();
        }
    }

    private static List<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
