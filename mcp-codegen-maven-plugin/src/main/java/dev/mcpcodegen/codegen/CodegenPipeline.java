package dev.mcpcodegen.codegen;

import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.diagnostic.GeneratorFault;
import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import dev.mcpcodegen.codegen.emit.JavaEmitter;
import dev.mcpcodegen.codegen.model.ToolCatalog;
import dev.mcpcodegen.codegen.output.GeneratedFile;
import dev.mcpcodegen.codegen.output.OutputChanges;
import dev.mcpcodegen.codegen.output.ProjectOutput;
import dev.mcpcodegen.codegen.output.SharedFile;
import dev.mcpcodegen.codegen.output.UpToDateKey;
import dev.mcpcodegen.codegen.report.Costs;
import dev.mcpcodegen.codegen.report.JsonReport;
import dev.mcpcodegen.codegen.report.MarkdownReport;
import dev.mcpcodegen.codegen.schema.CatalogDefinitions;
import dev.mcpcodegen.codegen.schema.DefinitionFiles;
import dev.mcpcodegen.codegen.schema.SchemaOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** From folders of specifications to files of a project. */
public final class CodegenPipeline {

    private final Consumer<String> progress;

    /** A pipeline that works in silence. */
    public CodegenPipeline() {
        this(line -> {});
    }

    /**
     * @param progress hears what a long run is doing
     */
    public CodegenPipeline(Consumer<String> progress) {
        this.progress = progress;
    }

    /**
     * Generates everything, or nothing when a specification has what the request says to fail on.
     *
     * @throws IOException if the disk refuses
     */
    public CodegenResult run(CodegenRequest request) throws IOException {
        ProjectOutput output = new ProjectOutput(request.layout());
        UpToDateKey key = new UpToDateKey(
                request.pluginVersion(), request.settings(), request.specs().paths());
        if (output.isUpToDate(key, request.emission().services())) {
            return new CodegenResult.UpToDate();
        }
        try {
            return DeepStack.call(() -> generate(request, output, key));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private CodegenResult generate(CodegenRequest request, ProjectOutput output, UpToDateKey key) {
        Diagnostics diagnostics = new Diagnostics();
        try (Progress steps = new Progress(progress)) {
            ToolCatalog catalog = catalog(request, diagnostics, steps);
            if (request.failOn().isMetBy(diagnostics)) {
                return new CodegenResult.Failed(diagnostics.all());
            }

            steps.begin("Emitting " + catalog.toolCount() + " tools ...");
            CompletableFuture<Descriptions> described =
                    DeepStack.start(() -> Descriptions.of(catalog, request.schemas()));
            List<GeneratedFile> files = new ArrayList<>(new JavaEmitter(request.emission()).emit(catalog));
            Descriptions descriptions = DeepStack.result(described);
            List<GeneratedFile> definitions = DefinitionFiles.of(catalog, descriptions.definitions(), diagnostics);
            files.addAll(definitions);

            Optional<SharedFile> shared = output.sharedFile(files);
            if (shared.isPresent()) {
                reportShared(shared.get(), diagnostics);
                return new CodegenResult.Failed(diagnostics.all());
            }

            steps.step("Writing " + files.size() + " files ...");
            WordChanges.report(definitions, request.layout(), diagnostics);
            OutputChanges changes = output.write(key, files, request.emission().services(), descriptions.reports());
            return new CodegenResult.Generated(catalog, diagnostics.all(), changes);
        } catch (GeneratorFault e) {
            e.report(diagnostics);
            return new CodegenResult.Failed(diagnostics.all());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads all specifications and derives their tools, but not of one with errors when no error fails the run; writes nothing. What is
     * wrong is in the diagnostics.
     */
    public ToolCatalog catalog(CodegenRequest request, Diagnostics diagnostics) {
        try (Progress steps = new Progress(progress)) {
            return catalog(request, diagnostics, steps);
        }
    }

    private static ToolCatalog catalog(CodegenRequest request, Diagnostics diagnostics, Progress steps) {
        return CatalogCheck.sound(new CatalogReader(request, diagnostics, steps).read(), diagnostics);
    }

    /** What is told of tools: to models, and to people and programs about them. */
    private record Descriptions(CatalogDefinitions definitions, List<GeneratedFile> reports) {

        static Descriptions of(ToolCatalog catalog, SchemaOptions options) {
            CatalogDefinitions definitions = CatalogDefinitions.of(catalog, options);
            Costs costs = new Costs(catalog, definitions);
            return new Descriptions(
                    definitions,
                    List.of(
                            report("report.json", JsonReport.of(catalog, costs)),
                            report("report.md", MarkdownReport.of(catalog, costs))));
        }

        private static GeneratedFile report(String name, String content) {
            return new GeneratedFile(GeneratedFile.Kind.RESOURCE, name, content);
        }
    }

    private static void reportShared(SharedFile file, Diagnostics diagnostics) {
        diagnostics
                .at(SourceLocation.of("pom.xml"))
                .error(
                        file.path() + " is generated by the execution \"" + file.execution() + "\" too.",
                        "Give one of the two another basePackage, or router=false if they share the router only. If you have"
                                + " done so already, clean the project once.");
    }
}
