package dev.mcpcodegen.codegen.model;

import java.util.List;
import java.util.Map;

/**
 * Everything that will be generated, ordered by integration name.
 *
 * @param origins what is told of tools in reports only, by their names
 */
public record ToolCatalog(List<IntegrationModel> integrations, Map<String, ToolOrigin> origins) {

    /** Integrations of which no report is made. */
    public ToolCatalog(List<IntegrationModel> integrations) {
        this(integrations, Map.of());
    }

    /** The number of tools in all integrations. */
    public int toolCount() {
        return integrations.stream()
                .mapToInt(integration -> integration.tools().size())
                .sum();
    }

    /** What is told of a tool in reports only. */
    public ToolOrigin origin(ToolModel tool) {
        return origins.getOrDefault(tool.name(), ToolOrigin.UNKNOWN);
    }
}
