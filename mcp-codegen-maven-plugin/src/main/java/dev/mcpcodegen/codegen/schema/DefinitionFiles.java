package dev.mcpcodegen.codegen.schema;

import dev.mcpcodegen.codegen.diagnostic.GeneratorFault;
import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.ToolCatalog;
import dev.mcpcodegen.codegen.model.ToolModel;
import dev.mcpcodegen.codegen.output.GeneratedFile;
import java.util.ArrayList;
import java.util.List;

/** One resource a tool: what {@code tools/list} shows, rendered at build time. */
public final class DefinitionFiles {

    private static final String ROOT = "META-INF/mcp-codegen/";

    private DefinitionFiles() {}

    public static List<GeneratedFile> of(ToolCatalog catalog, SchemaOptions options) {
        List<GeneratedFile> files = new ArrayList<>();
        for (IntegrationModel integration : catalog.integrations()) {
            for (ToolModel tool : integration.tools()) {
                String path = ROOT + integration.name() + "/" + tool.name() + ".json";
                String json = GeneratorFault.locating(
                                new SourceLocation(
                                        integration.specFile(), tool.operation().pointer(), 0),
                                () -> ToolDefinitions.of(tool, integration, options))
                        .json();
                files.add(new GeneratedFile(GeneratedFile.Kind.RESOURCE, path, json + "\n"));
            }
        }
        return files;
    }
}
