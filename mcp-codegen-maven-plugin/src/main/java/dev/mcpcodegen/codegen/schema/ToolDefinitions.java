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
     * @param bytes the size in UTF-8
     */
    public record ToolDefinition(String json, int bytes) {

        /** An estimate of what a model pays for it: a token is about four bytes. */
        public int tokens() {
            return (bytes + 3) / 4;
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
        String json = definition.toString();
        return new ToolDefinition(json, json.getBytes(StandardCharsets.UTF_8).length);
    }

    /**
     * Three hints stand in every definition although the protocol has defaults for them: ChatGPT's review refuses tools that leave one out
     * (github.com/openai/plugins, chatgpt-app-submission, "Hint Rules"). Idempotence is told where it holds, of tools that write.
     */
    private static ObjectNode annotations(ToolModel.Hints hints) {
        ObjectNode annotations = JsonNodeFactory.instance
                .objectNode()
                .put("readOnlyHint", hints.readOnly())
                .put("destructiveHint", !hints.readOnly() && hints.destructive());
        if (!hints.readOnly() && hints.idempotent()) {
            annotations.put("idempotentHint", true);
        }
        return annotations.put("openWorldHint", hints.openWorld());
    }
}
