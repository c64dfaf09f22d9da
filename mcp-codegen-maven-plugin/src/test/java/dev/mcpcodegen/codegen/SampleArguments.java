package dev.mcpcodegen.codegen;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Arguments that a schema allows: every property there is, until it gets too deep. */
final class SampleArguments {

    private static final int MAX_DEPTH = 5;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Map<String, String> FORMATS = Map.of(
            "date-time",
            "2026-01-02T03:04:05+02:00",
            "date",
            "2026-01-02",
            "email",
            "ada@example.com",
            "uuid",
            "123e4567-e89b-12d3-a456-426614174000",
            "uri",
            "https://example.com/");

    private final ObjectNode document;

    private SampleArguments(ObjectNode document) {
        this.document = document;
    }

    static ObjectNode of(ObjectNode schema) {
        return (ObjectNode) new SampleArguments(schema).value(schema, 0);
    }

    private JsonNode value(JsonNode schema, int depth) {
        if (schema.has("$ref")) {
            return value(document.at(schema.path("$ref").asString().substring(1)), depth);
        }
        if (schema.has("anyOf")) {
            return value(schema.path("anyOf").path(0), depth);
        }
        if (!schema.path("enum").isEmpty()) {
            return schema.path("enum").path(0);
        }
        JsonNode type = schema.path("type");
        return switch (type.isArray() ? type.path(0).asString() : type.asString("")) {
            case "object" -> object(schema, depth);
            case "array" -> NODES.arrayNode().add(value(schema.path("items"), depth + 1));
            case "integer" -> NODES.numberNode(schema.path("minimum").asLong(1));
            case "number" -> schema.has("multipleOf") ? schema.path("multipleOf") : NODES.numberNode(1);
            case "boolean" -> NODES.booleanNode(true);
            default -> NODES.stringNode(text(schema));
        };
    }

    private static String text(JsonNode schema) {
        if (schema.has("pattern")) {
            return "\"\\u0022abc";
        }
        return FORMATS.getOrDefault(schema.path("format").asString(""), "dGV4dA==");
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = NODES.objectNode();
        if (schema.path("additionalProperties").isObject()) {
            object.set("key", value(schema.path("additionalProperties"), depth + 1));
        }
        schema.path("properties").properties().forEach(property -> {
            boolean required = schema.path("required")
                    .valueStream()
                    .anyMatch(name -> name.asString().equals(property.getKey()));
            if (required || depth < MAX_DEPTH) {
                object.set(property.getKey(), value(property.getValue(), depth + 1));
            }
        });
        return object;
    }
}
