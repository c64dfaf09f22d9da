package dev.mcpcodegen.it.benchmarks.serving;

import dev.mcpcodegen.runtime.tool.Integration;
import dev.mcpcodegen.runtime.tool.Tool;
import dev.mcpcodegen.runtime.tool.ToolDescriptor;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The tools that every server here serves, each as many bytes in a list. */
final class ServedTools {

    static final String INTEGRATION = "bench";
    static final String READ = "echo";
    static final String WRITE = "echo_and_write";
    static final String FETCH = "fetch_item";

    private static final int BYTES = 1_680;
    private static final JsonMapper JSON = new JsonMapper();

    private static final String ECHO_SCHEMA = """
            {"type": "object",
             "properties": {
               "text": {"type": "string", "minLength": 1, "maxLength": 500, "description": "What to say."},
               "count": {"type": "integer", "minimum": 1, "maximum": 1000, "description": "How often."},
               "ratio": {"type": "number", "minimum": 0, "maximum": 1, "description": "How loud."},
               "active": {"type": "boolean", "description": "Whether at all."},
               "kind": {"type": "string", "enum": ["person", "company", "deal"], "description": "To whom."},
               "tags": {"type": "array", "items": {"type": "string", "maxLength": 40}, "maxItems": 20,
                        "description": "Words to find it by."},
               "note": {"type": "string", "maxLength": 2000, "description": "Anything else."},
               "owner": {"type": "object", "description": "Who wants it.",
                         "properties": {"id": {"type": "string"}, "name": {"type": "string"}},
                         "required": ["id"], "additionalProperties": false}},
             "required": ["text", "count", "kind"],
             "additionalProperties": false}
            """;

    private static final String FETCH_SCHEMA = """
            {"type": "object",
             "properties": {
               "speed": {"type": "string", "enum": ["fast", "slow"], "description": "How long the vendor takes."},
               "id": {"type": "string", "minLength": 1, "description": "Which item."}},
             "required": ["speed", "id"],
             "additionalProperties": false}
            """;

    private ServedTools() {}

    /** The definitions as a list shows them: echo, echo as a write, fetch, and more that echo until there are {@code count}. */
    static List<ObjectNode> definitions(int count) {
        List<ObjectNode> definitions = new ArrayList<>();
        if (count > 0) {
            definitions.add(definition(READ, ECHO_SCHEMA, true));
            definitions.add(definition(WRITE, ECHO_SCHEMA, false));
            definitions.add(definition(FETCH, FETCH_SCHEMA, true));
        }
        for (int i = definitions.size(); i < count; i++) {
            definitions.add(definition("echo_number_" + i, ECHO_SCHEMA, true));
        }
        return definitions;
    }

    static Integration integration(int count) {
        List<Tool<?, ?>> tools = new ArrayList<>();
        for (ObjectNode definition : definitions(count)) {
            ToolDescriptor.Builder descriptor =
                    ToolDescriptor.builder(definition.path("name").asString()).definition(definition);
            if (definition.path("annotations").path("readOnlyHint").asBoolean()) {
                descriptor.readOnly();
            }
            boolean fetches = definition.path("name").asString().equals(FETCH);
            tools.add(fetches ? new FetchTool(descriptor.build()) : new EchoTool(descriptor.build()));
        }
        return Integration.builder(INTEGRATION).apiVersion("1").tools(tools).build();
    }

    private static ObjectNode definition(String name, String schema, boolean readOnly) {
        ObjectNode tool = JSON.createObjectNode().put("name", name).put("description", "");
        tool.set("inputSchema", JSON.readTree(schema));
        tool.putObject("annotations").put("readOnlyHint", readOnly);
        int missing = Math.max(0, BYTES - tool.toString().length());
        String sentence = "Says what it is told, so that nothing but serving is measured. ";
        return tool.put(
                "description", sentence.repeat(missing / sentence.length() + 1).substring(0, missing));
    }
}
