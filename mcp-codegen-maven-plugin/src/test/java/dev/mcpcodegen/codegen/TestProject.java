package dev.mcpcodegen.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.codegen.derive.DerivationOptions;
import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.emit.EmitOptions;
import dev.mcpcodegen.codegen.model.ToolCatalog;
import dev.mcpcodegen.codegen.output.ProjectLayout;
import dev.mcpcodegen.codegen.schema.SchemaOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A project in a temporary folder: {@code specs/<vendor>} in, {@code generated} out. */
final class TestProject {

    private final Path base;
    private final DerivationOptions derivation;
    private FailOn failOn = FailOn.ERROR;

    TestProject(Path base) {
        this(base, DerivationOptions.DEFAULT);
    }

    TestProject(Path base, DerivationOptions derivation) {
        this.base = base;
        this.derivation = derivation;
    }

    TestProject failingOn(FailOn what) {
        failOn = what;
        return this;
    }

    Path spec(String vendor) {
        return base.resolve("specs").resolve(vendor);
    }

    /** Copies a folder of specifications into the project. */
    TestProject with(String vendor, Path folder) throws IOException {
        for (String file : read(folder).keySet()) {
            Path target = spec(vendor).resolve(file);
            Files.createDirectories(target.getParent());
            Files.copy(folder.resolve(file), target);
        }
        return this;
    }

    /** Writes one file of a specification. */
    TestProject with(String vendor, String file, String content) throws IOException {
        Path target = spec(vendor).resolve(file);
        Files.createDirectories(target.getParent());
        Files.writeString(target, content);
        return this;
    }

    CodegenResult run() throws IOException {
        return new CodegenPipeline().run(request());
    }

    CodegenResult.Generated generate() throws IOException {
        CodegenResult result = run();
        assertThat(result).isInstanceOf(CodegenResult.Generated.class);
        return (CodegenResult.Generated) result;
    }

    ToolCatalog catalog(Diagnostics diagnostics) {
        return new CodegenPipeline().catalog(request(), diagnostics);
    }

    /** All that was generated, by path. */
    SortedMap<String, String> output() throws IOException {
        return read(base.resolve("generated"));
    }

    CodegenRequest request() {
        return request(Set.of());
    }

    CodegenRequest request(Set<String> includes) {
        return request(specs(), includes, LockMode.FAIL);
    }

    CodegenRequest request(LockMode lock) {
        return request(specs(), Set.of(), lock);
    }

    CodegenRequest request(SpecInput specs) {
        return request(specs, Set.of(), LockMode.FAIL);
    }

    private SpecInput specs() {
        return SpecInput.folder(base.resolve("specs"), "specs");
    }

    private CodegenRequest request(SpecInput specs, Set<String> includes, LockMode lock) {
        Path generated = base.resolve("generated");
        return new CodegenRequest(
                "1.0",
                specs,
                includes,
                Set.of(),
                lock,
                failOn,
                Set.of(),
                derivation,
                SchemaOptions.DEFAULT,
                EmitOptions.inPackage("com.example.mcp"),
                new ProjectLayout(
                        base,
                        generated.resolve("java"),
                        generated.resolve("resources"),
                        base.resolve("classes"),
                        generated.resolve("reports"),
                        base.resolve("memory"),
                        "default",
                        Set.of("default")));
    }

    static SortedMap<String, String> read(Path folder) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return files;
    }
}
