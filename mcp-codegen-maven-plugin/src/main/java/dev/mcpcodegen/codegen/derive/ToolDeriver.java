package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.derive.DerivationOptions.DocumentationLevel;
import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import dev.mcpcodegen.codegen.model.ApiDescription;
import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.IntegrationModel.NotATool;
import dev.mcpcodegen.codegen.model.IntegrationModel.Reason;
import dev.mcpcodegen.codegen.model.NamePins;
import dev.mcpcodegen.codegen.model.ToolIdentity;
import dev.mcpcodegen.codegen.model.ToolModel;
import dev.mcpcodegen.codegen.model.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes tools of an API's operations. Deterministic: the same document gives the same tools, in the document's order. */
public final class ToolDeriver {

    private final DerivationOptions options;

    public ToolDeriver(DerivationOptions options) {
        this.options = options;
    }

    /** Derives the tools of an API none of whose tools has been published yet. */
    public IntegrationModel derive(ApiDescription api, DocumentScope problems) {
        return derive(api, NamePins.NONE, problems);
    }

    /** Derives the tools; what cannot be one is listed with its reason, what is wrong is reported. */
    public IntegrationModel derive(ApiDescription api, NamePins pins, DocumentScope problems) {
        List<NotATool> notTools = new ArrayList<>(api.notTools());
        List<NamedOperation> named =
                new OperationNaming(api, options.naming(), pins, problems).name(exposed(api, notTools));
        List<NamedOperation> recorded = ToolRecords.apply(api.toolRecords(), named, problems);
        Types types = new Types(DirectedTypes.of(
                api.declarations(),
                recorded.stream().map(NamedOperation::operation).toList(),
                problems));

        String javaName = JavaNames.type(api.integration());
        Servers servers = Servers.of(api, problems);
        ToolBuilder builder =
                new ToolBuilder(types, api.operations(), options.requireDocs(), new Requests(servers), problems);
        Map<ToolIdentity, String> classNames =
                ClassNames.of(recorded, Words.snakeCase(api.integration()), javaName + "Tools");
        List<ToolModel> documented = new ArrayList<>();
        for (NamedOperation operation : recorded) {
            String className =
                    Objects.requireNonNull(classNames.get(operation.operation().identity()));
            Optional<ToolModel> built =
                    problems.at(operation.operation().pointer()).guarded(() -> builder.build(operation, className));
            if (built.isEmpty()) {
                continue;
            }
            ToolModel tool = built.get();
            Optional<String> reason = DocumentationGate.reasonToHoldBack(options.requireDocs(), tool);
            if (reason.isEmpty()) {
                documented.add(IdWords.add(tool));
            } else {
                notTools.add(new NotATool(
                        tool.operation().toString(), tool.operation().pointer(), Reason.UNDOCUMENTED, reason.get()));
            }
        }
        SharedNames.tell(
                named,
                documented.stream().map(tool -> tool.operation().identity()).collect(Collectors.toSet()),
                problems);
        UnpagedLists.tell(named, documented, problems);
        reportEmpty(api, documented, notTools, problems);
        List<ToolModel> complete = DeclaredFields.add(api.directives().fieldSets(), recorded, documented, problems);
        return integration(api, servers, javaName, complete, new TypePlacer(javaName, types).place(complete), notTools);
    }

    private List<ApiOperation> exposed(ApiDescription api, List<NotATool> notTools) {
        List<ApiOperation> exposed = new ArrayList<>();
        for (ApiOperation operation : api.operations()) {
            if (!operation.directives().expose()) {
                notTools.add(NotATool.because(Reason.HIDDEN, operation));
            } else if (operation.deprecated() && !options.includeDeprecated()) {
                notTools.add(NotATool.because(Reason.DEPRECATED, operation));
            } else {
                exposed.add(operation);
            }
        }
        return exposed;
    }

    private void reportEmpty(
            ApiDescription api, List<ToolModel> tools, List<NotATool> notTools, DocumentScope problems) {
        // Whoever found that there is nothing to read has told it.
        if (!tools.isEmpty() || (api.operations().isEmpty() && notTools.isEmpty())) {
            return;
        }
        String example = notTools.isEmpty()
                ? ""
                : " For example " + notTools.get(0).operation() + ": "
                        + notTools.get(0).words() + ".";
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
                DerivationOptions lower = new DerivationOptions(level, options.includeDeprecated(), options.naming());
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

    private static IntegrationModel integration(
            ApiDescription api,
            Servers servers,
            String javaName,
            List<ToolModel> tools,
            Map<String, TypeDeclaration> types,
            List<NotATool> notTools) {
        return new IntegrationModel(
                api.integration(),
                javaName,
                Objects.requireNonNullElse(
                        api.directives().displayName(), api.title().isEmpty() ? api.integration() : api.title()),
                api.specFile(),
                api.version(),
                servers.baseUrl(),
                servers.alternatives(tools),
                api.securitySchemes(),
                api.security(),
                Objects.requireNonNullElse(api.directives().instructions(), ""),
                api.directives().personOnly(),
                api.directives().login(),
                api.directives().errors(),
                api.directives().rateLimit(),
                List.copyOf(tools),
                types,
                List.copyOf(notTools));
    }
}
