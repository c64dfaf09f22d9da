package dev.mcpcodegen.codegen.report;

import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.ToolCatalog;
import dev.mcpcodegen.codegen.model.ToolModel;
import dev.mcpcodegen.codegen.output.Digests;
import dev.mcpcodegen.codegen.schema.CatalogDefinitions;
import dev.mcpcodegen.codegen.schema.ToolDefinitions.ToolDefinition;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** What each tool is when it is listed: its size and its digest, worked out once. */
public final class Costs {

    private final Map<String, Cost> byName = new HashMap<>();

    public Costs(ToolCatalog catalog, CatalogDefinitions definitions) {
        for (IntegrationModel integration : catalog.integrations()) {
            for (ToolModel tool : integration.tools()) {
                ToolDefinition definition = definitions.of(tool);
                byName.put(
                        tool.name(),
                        new Cost(definition.bytes(), definition.tokens(), Digests.sha256(definition.json())));
            }
        }
    }

    /**
     * One tool.
     *
     * @param bytes its entry in {@code tools/list}
     * @param tokens about four bytes each
     * @param sha256 of the entry; another one where a model is told anything else
     */
    record Cost(int bytes, int tokens, String sha256) {}

    Cost of(ToolModel tool) {
        return Objects.requireNonNull(byName.get(tool.name()), "a tool of the catalog");
    }

    int bytes(IntegrationModel integration) {
        return integration.tools().stream().mapToInt(tool -> of(tool).bytes()).sum();
    }

    int tokens(IntegrationModel integration) {
        return integration.tools().stream().mapToInt(tool -> of(tool).tokens()).sum();
    }
}
