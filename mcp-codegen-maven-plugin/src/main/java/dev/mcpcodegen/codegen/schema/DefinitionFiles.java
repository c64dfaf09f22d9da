package dev.mcpcodegen.codegen.schema;

import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.ToolCatalog;
import dev.mcpcodegen.codegen.model.ToolModel;
import dev.mcpcodegen.codegen.output.GeneratedFile;
import java.util.ArrayList;
import java.util.List;

/** One resource a tool: what {@code tools/list} shows, rendered at build time; and one a set of fields that customers define. */
public final class DefinitionFiles {

    private static final String ROOT = "META-INF/mcp-codegen/";

    private DefinitionFiles() {}

    /** Renders the definitions; tools of which not everything can be said are told. */
    public static List<GeneratedFile> of(ToolCatalog catalog, CatalogDefinitions definitions, Diagnostics diagnostics) {
        List<GeneratedFile> files = new ArrayList<>();
        for (IntegrationModel integration : catalog.integrations()) {
            List<String> exceeding = new ArrayList<>();
            for (ToolModel tool : integration.tools()) {
                String path = ROOT + integration.name() + "/" + tool.name() + ".json";
                String json = definitions.of(tool).json();
                if (SchemaBudget.isExceeded(json)) {
                    exceeding.add(tool.name());
                }
                files.add(new GeneratedFile(GeneratedFile.Kind.RESOURCE, path, json + "\n"));
            }
            files.addAll(FieldSetFiles.of(integration, ROOT));
            if (!exceeding.isEmpty()) {
                diagnostics
                        .at(SourceLocation.of(integration.specFile()))
                        .warning(
                                "The schemas of " + exceeding.size()
                                        + " tools would be too large for any model, so that shapes are"
                                        + " left out of them; the first is \"" + exceeding.get(0) + "\".",
                                "Hide the arguments that nobody needs in the overlay.");
            }
        }
        return files;
    }
}
