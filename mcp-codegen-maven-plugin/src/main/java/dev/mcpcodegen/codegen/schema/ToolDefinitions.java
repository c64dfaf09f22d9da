package dev.mcpcodegen.codegen.schema;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.ToolModel;
import java.nio.charset.StandardCharsets;

/** The JSON object by which {@code tools/list} shows a tool (MCP, Tool). Compact: a model pays for every byte. */
public final class ToolDefinitions {

    private ToolDefinitions() {}

    /**
     * A rendered definition.
     *
     * @param json one line of JSON
     */
    public record ToolDefinition(String json) {

        /** The size in UTF-8. */
        public int bytes() {
            return json.getBytes(StandardCharsets.UTF_8).length;
        }

        /** An estimate of what a model pays for it: a token is about four bytes. */
        public int tokens() {
            return (bytes() + 3) / 4;
        }
    }

    /** As most clients take it. */
    public static ToolDefinition of(ToolModel tool, IntegrationModel integration) {
        return of(tool, integration, SchemaOptions.DEFAULT);
    }

    public static ToolDefinition of(ToolModel tool, IntegrationModel integration, SchemaOptions options) {
        ObjectNode definition = JsonNodeFactory.instance.objectNode().put("name", tool.name());
        if (!tool.title().isEmpty()) {
            definition.put("title", tool.title());
        }
        String description = Prose.compact(tool.description());
        definition.put("description", tool.deprecated() ? description + "\nDeprecated." : description);
        ObjectNode input = InputSchemas.of(tool, integration, options.profile());
        RepeatedSentences.drop(description, input);
        definition.set("inputSchema", input);
        OutputSchemas.of(tool, integration, options.outputs())
                .ifPresent(schema -> definition.set("outputSchema", schema));
        definition.set("annotations", annotations(tool.hints()));
        return new ToolDefinition(definition.toString());
    }

    /** Two of the hints mean something for tools that write only. */
    private static ObjectNode annotations(ToolModel.Hints hints) {
        ObjectNode annotations = JsonNodeFactory.instance.objectNode().put("readOnlyHint", hints.readOnly());
        if (!hints.readOnly()) {
            annotations.put("destructiveHint", hints.destructive()).put("idempotentHint", hints.idempotent());
        }
        return annotations.put("openWorldHint", hints.openWorld());
    }
}
