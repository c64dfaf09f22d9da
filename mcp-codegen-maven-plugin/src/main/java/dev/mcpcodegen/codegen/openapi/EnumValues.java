package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The values of {@code enum} and {@code const}. */
final class EnumValues {

    private EnumValues() {}

    /** The values without null, in the document's order. */
    static List<JsonNode> nodes(JsonNode schema) {
        List<JsonNode> values = new ArrayList<>();
        if (schema.has("const") && !schema.path("const").isNull()) {
            values.add(schema.path("const"));
        }
        if (schema.path("enum").isArray()) {
            schema.path("enum").forEach(value -> {
                if (!value.isNull() && !values.contains(value)) {
                    values.add(value);
                }
            });
        }
        return values;
    }

    /** The values that are of one of the types; all of them where none is, for then the type is the slip. */
    static List<JsonNode> ofTypes(List<JsonNode> values, List<String> types) {
        List<JsonNode> fitting = values.stream()
                .filter(value -> types.stream().anyMatch(type -> switch (type) {
                    case "string" -> value.isTextual();
                    case "integer" -> value.isIntegralNumber();
                    case "number" -> value.isNumber();
                    case "boolean" -> value.isBoolean();
                    default -> false;
                }))
                .toList();
        return fitting.isEmpty() ? values : fitting;
    }

    /** Values as the text that travels, each once. */
    static List<String> texts(List<JsonNode> values) {
        return values.stream()
                .filter(JsonNode::isValueNode)
                .map(JsonNode::asText)
                .distinct()
                .toList();
    }

    /** Whether there are values besides null. */
    static boolean exist(JsonNode schema) {
        return !nodes(schema).isEmpty();
    }

    /** Whether null is one of the values, where no type forbids it. */
    static boolean includeNull(JsonNode schema) {
        boolean listed = schema.has("const") && schema.path("const").isNull();
        for (JsonNode value : schema.path("enum")) {
            listed |= value.isNull();
        }
        return listed && !schema.has("type");
    }
}
