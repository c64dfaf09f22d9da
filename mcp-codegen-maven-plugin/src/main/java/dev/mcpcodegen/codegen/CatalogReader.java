package dev.mcpcodegen.codegen;

import dev.mcpcodegen.codegen.derive.ToolDeriver;
import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.diagnostic.Severity;
import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import dev.mcpcodegen.codegen.lock.Surface;
import dev.mcpcodegen.codegen.model.ApiDescription;
import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.IntegrationModel.NotATool;
import dev.mcpcodegen.codegen.model.NamePins;
import dev.mcpcodegen.codegen.model.ToolDirectives;
import dev.mcpcodegen.codegen.model.ToolModel;
import dev.mcpcodegen.codegen.model.ToolOrigin;
import dev.mcpcodegen.codegen.openapi.OpenApiReader;
import dev.mcpcodegen.codegen.report.ToolOrigins;
import dev.mcpcodegen.codegen.select.Selection;
import dev.mcpcodegen.codegen.spec.SpecDocument;
import dev.mcpcodegen.codegen.spec.SpecLimits;
import dev.mcpcodegen.codegen.spec.SpecLoader;
import dev.mcpcodegen.codegen.spec.SpecSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads specifications and derives their tools. What is wrong with them is in the diagnostics. */
final class CatalogReader {

    private final CodegenRequest request;
    private final Diagnostics diagnostics;
    private final Progress progress;
    private final SpecLoader loader;
    private final OpenApiReader reader = new OpenApiReader();
    private final ToolDeriver deriver;
    private final Selection selection;
    private final Locks locks;

    CatalogReader(CodegenRequest request, Diagnostics diagnostics, Progress progress) {
        this.request = request;
        this.diagnostics = diagnostics;
        this.progress = progress;
        this.loader = new SpecLoader(SpecLimits.defaults(), request.allowedRefHosts());
        this.deriver = new ToolDeriver(request.derivation());
        this.selection =
                new Selection(request.includes(), request.excludes(), diagnostics.at(SourceLocation.of("pom.xml")));
        this.locks = new Locks(request.specs(), request.layout());
    }

    /**
     * An integration of the run.
     *
     * @param origins what is told of tools in reports only, by their names
     * @param locked what clients rely on; empty when nothing is locked
     */
    record ReadIntegration(
            SpecSource source, IntegrationModel model, Map<String, ToolOrigin> origins, Optional<Surface> locked) {}

    List<ReadIntegration> read() {
        return DeepStack.call(this::readWanted);
    }

    private List<ReadIntegration> readWanted() {
        List<ReadIntegration> integrations = new ArrayList<>();
        try (OpenSpecs specs = new OpenSpecs(request.specs(), diagnostics)) {
            List<SpecSource> sources = specs.sources();
            List<String> wanted = selection.integrations(
                    sources.stream().map(SpecSource::integration).toList());
            for (SpecSource source : sources) {
                if (wanted.contains(source.integration())) {
                    readSound(source).ifPresent(integrations::add);
                }
            }
        }
        if (!diagnostics.hasErrors()) {
            selection.reportUnused();
        }
        return List.copyOf(integrations);
    }

    /** Where no error fails the run, an integration that has one is left out. */
    private Optional<ReadIntegration> readSound(SpecSource source) {
        int errors = diagnostics.count(Severity.ERROR);
        Optional<ReadIntegration> integration = diagnostics
                .at(SourceLocation.of(source.displayFolder()))
                .guarded(() -> read(source))
                .flatMap(Function.identity());
        boolean sound = diagnostics.count(Severity.ERROR) == errors;
        return sound || request.failOn() != FailOn.NEVER ? integration : Optional.empty();
    }

    private Optional<ReadIntegration> read(SpecSource source) {
        progress.begin("Reading " + source.displayFolder() + " ...");
        Optional<SpecDocument> document = loader.load(source, diagnostics);
        if (document.isEmpty()) {
            return Optional.empty();
        }
        DocumentScope problems =
                pointer -> diagnostics.at(document.get().sources().locate(pointer));
        Optional<Surface> locked = request.lock() == LockMode.OFF ? Optional.empty() : locks.read(source, diagnostics);
        NamePins pins = locked.map(Surface::pins).orElse(NamePins.NONE);
        ApiDescription api = reader.read(document.get(), problems);
        progress.step(
                "Deriving tools from " + api.operations().size() + " operations of " + api.integration() + " ...");
        IntegrationModel model = derive(api, pins, problems);
        return Optional.of(new ReadIntegration(source, model, ToolOrigins.of(api, model), locked));
    }

    private IntegrationModel derive(ApiDescription api, NamePins pins, DocumentScope problems) {
        List<NotATool> unwanted = selection.unwanted(api);
        if (unwanted.isEmpty()) {
            return deriver.derive(api, pins, problems);
        }
        Set<String> pointers = unwanted.stream().map(NotATool::pointer).collect(Collectors.toSet());
        List<ApiOperation> operations = api.operations().stream()
                .filter(operation -> !pointers.contains(operation.pointer()))
                .toList();
        if (operations.isEmpty()) {
            problems.at("")
                    .error(
                            "`includes` and `excludes` leave no operation of \"" + api.integration() + "\".",
                            "Change them, or exclude \"" + api.integration() + "\" as a whole.");
        }
        return deriver.derive(api.with(operations, remainingRecords(api, pins, pointers)), pins, problems)
                .without(unwanted);
    }

    /** Records of tools that are not wanted speak of nothing now, which is no mistake. */
    private Map<String, ToolDirectives> remainingRecords(ApiDescription api, NamePins pins, Set<String> unwanted) {
        Map<String, ToolDirectives> records = new HashMap<>(api.toolRecords());
        if (!records.isEmpty()) {
            DocumentScope unheard = pointer -> new Diagnostics().at(SourceLocation.of(api.specFile()));
            deriver.derive(api, pins, unheard).tools().stream()
                    .filter(tool -> unwanted.contains(tool.operation().pointer()))
                    .map(ToolModel::name)
                    .forEach(records::remove);
        }
        return records;
    }
}
