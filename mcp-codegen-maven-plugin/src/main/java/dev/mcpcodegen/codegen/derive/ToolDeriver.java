package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.derive.DerivationOptions.DocumentationLevel;
import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import dev.mcpcodegen.codegen.model.ApiDescription;
import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.IntegrationModel.NotATool;
import dev.mcpcodegen.codegen.model.PagingModel;
import dev.mcpcodegen.codegen.model.ToolDirectives;
import dev.mcpcodegen.codegen.model.ToolModel;
import dev.mcpcodegen.codegen.model.ToolModel.OperationRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Makes tools of an API's operations. Deterministic: the same document gives the same tools, in the document's order. */
public final class ToolDeriver {

    private final DerivationOptions options;

    public ToolDeriver(DerivationOptions options) {
        this.options = options;
    }

    /** Derives the tools; what cannot be one is listed with its reason, what is wrong is reported. */
    public IntegrationModel derive(ApiDescription api, DocumentScope problems) {
        List<NotATool> notTools = new ArrayList<>();
        List<ApiOperation> exposed = exposed(api, notTools);
        Derivation derivation = new Derivation(api, new Types(NestedDocumentation.apply(api)), problems);
        List<ToolModel> documented = new ArrayList<>();
        for (ToolModel tool : derivation.tools(exposed)) {
            Optional<String> reason = DocumentationGate.reasonToHoldBack(options.requireDocs(), tool);
            if (reason.isEmpty()) {
                documented.add(tool);
            } else {
                notTools.add(new NotATool(
                        tool.operation().toString(), tool.operation().pointer(), reason.get()));
            }
        }
        reportEmpty(api, documented, notTools, problems);
        return derivation.integration(documented, notTools);
    }

    private List<ApiOperation> exposed(ApiDescription api, List<NotATool> notTools) {
        List<ApiOperation> exposed = new ArrayList<>();
        for (ApiOperation operation : api.operations()) {
            if (!operation.directives().expose()) {
                notTools.add(new NotATool(operation.line(), operation.pointer(), "x-mcp says that it is no tool"));
            } else if (operation.deprecated() && !options.includeDeprecated()) {
                notTools.add(new NotATool(operation.line(), operation.pointer(), "deprecated"));
            } else {
                exposed.add(operation);
            }
        }
        return exposed;
    }

    private void reportEmpty(
            ApiDescription api, List<ToolModel> tools, List<NotATool> notTools, DocumentScope problems) {
        if (!tools.isEmpty()) {
            return;
        }
        String example = notTools.isEmpty()
                ? ""
                : " For example " + notTools.get(0).operation() + ": "
                        + notTools.get(0).reason() + ".";
        problems.at("")
                .error(
                        "No operation of \"" + api.integration() + "\" becomes a tool." + example,
                        "Describe operations in docs/*.md" + lowerLevel(api) + ".");
    }

    /** The highest of the lower levels that lets anything pass. */
    private String lowerLevel(ApiDescription api) {
        DocumentScope unheard = pointer -> new Diagnostics().at(SourceLocation.of(api.specFile()));
        for (DocumentationLevel level :
                List.of(DocumentationLevel.TOOL, DocumentationLevel.SUMMARY, DocumentationLevel.OFF)) {
            if (level.compareTo(options.requireDocs()) < 0) {
                DerivationOptions lower = new DerivationOptions(level, options.includeDeprecated());
                int passing =
                        new ToolDeriver(lower).derive(api, unheard).tools().size();
                if (passing > 0) {
                    return ", or configure requireDocs=" + level.name().toLowerCase(Locale.ROOT) + ", which lets "
                            + passing + " pass";
                }
            }
        }
        return "";
    }

    /** The derivation of one document. */
    private final class Derivation {

        private final ApiDescription api;
        private final Types types;
        private final DocumentScope problems;
        private final String javaName;
        private final ArgumentFlattener flattener;
        private final PagingDetector pagingDetector;

        Derivation(ApiDescription api, Types types, DocumentScope problems) {
            this.api = api;
            this.types = types;
            this.problems = problems;
            this.javaName = JavaNames.type(api.integration());
            this.flattener = new ArgumentFlattener(types, problems);
            this.pagingDetector = new PagingDetector(types);
        }

        List<ToolModel> tools(List<ApiOperation> operations) {
            OperationClassifier classifier = new OperationClassifier(operations);
            NameResolver names = new NameResolver(Words.snakeCase(api.integration()), problems);
            List<NamedOperation> named = new ArrayList<>();
            for (ApiOperation operation : operations) {
                AnswerShape answer = AnswerShape.of(operation.response().type(), types);
                named.add(names.name(operation, classifier.classify(operation, answer.isList())));
            }
            Set<String> classNames = new HashSet<>();
            return names.resolve(named).stream()
                    .map(operation -> tool(operation, classNames))
                    .toList();
        }

        private ToolModel tool(NamedOperation named, Set<String> classNames) {
            ApiOperation operation = named.operation();
            Classification classification = named.classification();
            ToolDirectives directives = operation.directives();
            boolean list = classification.method().equals("list");
            AnswerShape answer = AnswerShape.of(operation.response().type(), types);
            PagingModel paging = list ? pagingDetector.detect(operation, answer).orElse(null) : null;
            return new ToolModel(
                    named.name(),
                    named.source(),
                    className(named, classNames),
                    Objects.requireNonNullElse(directives.title(), operation.summary()),
                    DocumentationGate.description(
                            options.requireDocs(),
                            Objects.requireNonNullElse(directives.description(), ""),
                            operation.description(),
                            operation.summary()),
                    classification.resource(),
                    classification.method(),
                    tags(operation),
                    new OperationRef(operation.httpMethod(), operation.path(), operation.pointer()),
                    flattener.flatten(operation, classification.method(), paging),
                    flattener.body(operation),
                    paging,
                    Responses.of(operation, paging, types),
                    HintRules.of(operation, classification.method()),
                    operation.deprecated());
        }

        private String className(NamedOperation named, Set<String> taken) {
            String line = named.operation().line();
            String name = ClassNames.of(
                    named.classification(),
                    PathShape.of(named.operation().path()).isItem());
            String free = isTaken(name, taken) ? JavaNames.unique(name, line) : name;
            taken.add(free);
            return free;
        }

        /** The index has its name in the same package, and file names differ in more than case. */
        private boolean isTaken(String name, Set<String> taken) {
            return name.equals(javaName + "Tools") || taken.stream().anyMatch(name::equalsIgnoreCase);
        }

        private List<String> tags(ApiOperation operation) {
            List<String> tags = operation.directives().tags().isEmpty()
                    ? operation.tags()
                    : operation.directives().tags();
            return tags.stream()
                    .map(Words::snakeCase)
                    .filter(tag -> !tag.isEmpty())
                    .distinct()
                    .toList();
        }

        IntegrationModel integration(List<ToolModel> tools, List<NotATool> notTools) {
            String server = api.servers().isEmpty() ? "" : api.servers().get(0);
            return new IntegrationModel(
                    api.integration(),
                    javaName,
                    Objects.requireNonNullElse(
                            api.directives().displayName(), api.title().isEmpty() ? api.integration() : api.title()),
                    api.specFile(),
                    api.version(),
                    Objects.requireNonNullElse(api.directives().baseUrl(), server),
                    Objects.requireNonNullElse(api.directives().instructions(), ""),
                    api.directives().personOnly(),
                    api.directives().errors(),
                    api.directives().rateLimit(),
                    List.copyOf(tools),
                    new TypePlacer(javaName, types).place(tools),
                    List.copyOf(notTools));
        }
    }
}
