package dev.mcpcodegen.runtime.arguments;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** JSON Schema's names for the types of values, and how a sentence calls them. */
final class JsonTypes {

    private JsonTypes() {}

    static String of(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING, BINARY -> "string";
            case BOOLEAN -> "boolean";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            case ARRAY -> "array";
            case OBJECT, POJO -> "object";
            case NULL, MISSING -> "null";
        };
    }

    /** Whether a value is of one of the types, as it stands; no types means any. */
    static boolean isOneOf(JsonNode value, Set<String> types) {
        String type = of(value);
        return types.isEmpty() || types.contains(type) || (type.equals("integer") && types.contains("number"));
    }

    /** Says "a string or null", "an array of integers". */
    static String inWords(InputSchema schema) {
        Set<String> types = schema.types();
        if (types.isEmpty()) {
            return "any value";
        }
        List<String> words = types.stream()
                .map(type -> type.equals("array") ? arrayInWords(schema.whenOf("array")) : withArticle(type))
                .toList();
        return joined(words, "or");
    }

    static String withArticle(String type) {
        return switch (type) {
            case "null" -> "null";
            case "integer", "array", "object" -> "an " + type;
            default -> "a " + type;
        };
    }

    static String joined(List<String> words, String conjunction) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " " + conjunction + " " + words.get(last);
    }

    private static String arrayInWords(InputSchema array) {
        Set<String> items = array.items().types();
        return items.size() == 1 ? "an array of " + items.iterator().next() + "s" : "an array";
    }
}
