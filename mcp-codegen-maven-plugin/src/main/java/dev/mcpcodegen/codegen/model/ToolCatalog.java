package dev.mcpcodegen.codegen.model;

import java.util.List;

/** Everything that will be generated, ordered by integration name. */
public record ToolCatalog(List<IntegrationModel> integrations) {

    /** The number of tools in all integrations. */
    public int toolCount() {
        return integrations.stream()
                .mapToInt(integration -> integration.tools().size())
                .sum();
    }
}
