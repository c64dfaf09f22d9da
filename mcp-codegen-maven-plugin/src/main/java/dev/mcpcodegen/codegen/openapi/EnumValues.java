package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The values of {@code enum} and {@code const}. */
final class EnumValues {

    private EnumValues() {}

    /** The values without null, as the text that travels, each once. */
    static List<String> of(JsonNode schema) {
        List<String> values = new ArrayList<>();
        if (schema.has("const") && !schema.path("const").isNull()) {
            values.add(schema.path("const").asText());
        }
        for (JsonNode value : schema.path("enum")) {
            if (!value.isNull() && !values.contains(value.asText())) {
                values.add(value.asText());
            }
        }
        return List.copyOf(values);
    }

    /** Whether there are values besides null. */
    static boolean exist(JsonNode schema) {
        return !of(schema).isEmpty();
    }

    /** Whether null is one of the values, where no type forbids it. */
    static boolean includeNull(JsonNode schema) {
        boolean listed = schema.has("const") && schema.path("const").isNull();
        for (JsonNode value : schema.path("enum")) {
            listed |= value.isNull();
        }
        return listed && !schema.has("type");
    }

    static boolean allStrings(JsonNode schema) {
        for (JsonNode value : schema.path("enum")) {
            if (!value.isTextual() && !value.isNull()) {
                return false;
            }
        }
        return !schema.has("const") || schema.path("const").isTextual();
    }
}
