package dev.mcpcodegen.codegen;

import dev.mcpcodegen.codegen.derive.ToolDeriver;
import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import dev.mcpcodegen.codegen.emit.JavaEmitter;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.ToolCatalog;
import dev.mcpcodegen.codegen.openapi.OpenApiReader;
import dev.mcpcodegen.codegen.output.GeneratedFile;
import dev.mcpcodegen.codegen.output.OutputChanges;
import dev.mcpcodegen.codegen.output.ProjectOutput;
import dev.mcpcodegen.codegen.output.UpToDateKey;
import dev.mcpcodegen.codegen.report.JsonReport;
import dev.mcpcodegen.codegen.report.MarkdownReport;
import dev.mcpcodegen.codegen.schema.DefinitionFiles;
import dev.mcpcodegen.codegen.spec.SpecDocument;
import dev.mcpcodegen.codegen.spec.SpecLimits;
import dev.mcpcodegen.codegen.spec.SpecLoader;
import dev.mcpcodegen.codegen.spec.SpecSource;
import dev.mcpcodegen.codegen.spec.SpecSources;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** From folders of specifications to files of a project. */
public final class CodegenPipeline {

    /**
     * Generates everything, or nothing when a specification has an error.
     *
     * @throws IOException if the disk refuses
     */
    public CodegenResult run(CodegenRequest request) throws IOException {
        ProjectOutput output = new ProjectOutput(request.layout());
        UpToDateKey key =
                new UpToDateKey(request.pluginVersion(), request.settings(), List.of(request.specsDirectory()));
        if (output.isUpToDate(key)) {
            return new CodegenResult.UpToDate();
        }

        Diagnostics diagnostics = new Diagnostics();
        ToolCatalog catalog = catalog(request, diagnostics);
        if (diagnostics.hasErrors()) {
            return new CodegenResult.Failed(diagnostics.all());
        }

        List<GeneratedFile> files = new ArrayList<>();
        files.addAll(new JavaEmitter(request.emission()).emit(catalog));
        files.addAll(DefinitionFiles.of(catalog));
        List<GeneratedFile> reports = List.of(
                new GeneratedFile(GeneratedFile.Kind.RESOURCE, "report.json", JsonReport.of(catalog)),
                new GeneratedFile(GeneratedFile.Kind.RESOURCE, "report.md", MarkdownReport.of(catalog)));

        OutputChanges changes = output.write(key, files, request.emission().services(), reports);
        return new CodegenResult.Generated(catalog, diagnostics.all(), changes);
    }

    /** Reads all specifications and derives their tools; writes nothing. What is wrong is in the diagnostics. */
    public ToolCatalog catalog(CodegenRequest request, Diagnostics diagnostics) {
        SpecLoader loader = new SpecLoader(SpecLimits.defaults());
        OpenApiReader reader = new OpenApiReader();
        ToolDeriver deriver = new ToolDeriver(request.derivation());

        List<IntegrationModel> integrations = new ArrayList<>();
        for (SpecSource source : sources(request, diagnostics)) {
            Optional<SpecDocument> document = loader.load(source, diagnostics);
            if (document.isPresent()) {
                DocumentScope problems =
                        pointer -> diagnostics.at(document.get().sources().locate(pointer));
                reader.read(document.get(), problems)
                        .map(api -> deriver.derive(api, problems))
                        .ifPresent(integrations::add);
            }
        }
        ToolCatalog catalog = new ToolCatalog(List.copyOf(integrations));
        CatalogCheck.check(catalog, diagnostics);
        return catalog;
    }

    private static List<SpecSource> sources(CodegenRequest request, Diagnostics diagnostics) {
        String display = request.layout().displayOf(request.specsDirectory());
        List<SpecSource> all = SpecSources.in(request.specsDirectory(), display, diagnostics);
        List<String> known = all.stream().map(SpecSource::integration).toList();
        Stream.concat(request.includes().stream(), request.excludes().stream())
                .filter(name -> !known.isEmpty() && !known.contains(name))
                .sorted()
                .forEach(name -> diagnostics
                        .at(SourceLocation.of(display))
                        .error(
                                "`includes` or `excludes` names \"" + name + "\", which has no folder here.",
                                "Correct the configuration; the folders are " + String.join(", ", known) + "."));
        return all.stream()
                .filter(source ->
                        request.includes().isEmpty() || request.includes().contains(source.integration()))
                .filter(source -> !request.excludes().contains(source.integration()))
                .toList();
    }
}
