package dev.mcpcodegen.codegen.schema;

import dev.mcpcodegen.codegen.diagnostic.GeneratorFault;
import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.ToolCatalog;
import dev.mcpcodegen.codegen.model.ToolModel;
import dev.mcpcodegen.codegen.schema.ToolDefinitions.ToolDefinition;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The definitions of a catalog's tools, each rendered once for all who ask: rendering is much of what a run costs. */
public final class CatalogDefinitions {

    private final Map<String, ToolDefinition> byName;

    private CatalogDefinitions(Map<String, ToolDefinition> byName) {
        this.byName = byName;
    }

    /** Renders all. */
    public static CatalogDefinitions of(ToolCatalog catalog, SchemaOptions options) {
        Map<String, ToolDefinition> byName = new HashMap<>();
        for (IntegrationModel integration : catalog.integrations()) {
            for (ToolModel tool : integration.tools()) {
                SourceLocation place = new SourceLocation(
                        integration.specFile(), tool.operation().pointer(), 0);
                byName.put(
                        tool.name(),
                        GeneratorFault.locating(place, () -> ToolDefinitions.of(tool, integration, options)));
            }
        }
        return new CatalogDefinitions(byName);
    }

    /** The definition of one of the catalog's tools. */
    public ToolDefinition of(ToolModel tool) {
        return Objects.requireNonNull(byName.get(tool.name()), tool.name());
    }
}
