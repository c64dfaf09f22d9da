package dev.mcpcodegen.it.sandbox.octapipe;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks values against the custom fields that a database or pipeline has at this moment. */
final class CustomFields {

    private static final String PROPERTY = "custom_fields";

    private CustomFields() {}

    /** Finds a field by its key. */
    static Optional<JsonNode> find(ObjectNode owner, String key) {
        return owner.path(PROPERTY)
                .valueStream()
                .filter(field -> field.path("key").asString("").equals(key))
                .findFirst();
    }

    /** Checks that every key is a field and every value fits it. */
    static void check(ObjectNode owner, JsonNode values, String input, Problems problems) {
        values.propertyStream().forEach(entry -> {
            String name = input + "." + entry.getKey();
            Optional<JsonNode> field = find(owner, entry.getKey());
            if (field.isEmpty()) {
                problems.add(name, "The selected field is invalid.");
            } else if (!entry.getValue().isNull() && !fits(field.get(), entry.getValue())) {
                problems.add(name, "The " + field.get().path("name").asString("") + " field is invalid.");
            }
        });
    }

    /** Checks that the fields that must have a value have one. */
    static void checkComplete(ObjectNode owner, JsonNode values, String input, Problems problems) {
        owner.path(PROPERTY)
                .valueStream()
                .filter(field -> field.path("required").asBoolean(false))
                .map(field -> field.path("key").asString(""))
                .filter(key -> !values.hasNonNull(key))
                .forEach(key -> problems.add(input + "." + key, "The " + key + " field is required."));
    }

    private static boolean fits(JsonNode field, JsonNode value) {
        return field.path("multiple").asBoolean(false)
                ? value.isArray() && value.valueStream().allMatch(each -> fitsOne(field, each))
                : fitsOne(field, value);
    }

    private static boolean fitsOne(JsonNode field, JsonNode value) {
        return switch (field.path("type").asString("")) {
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "date" -> InputKind.DATE.accepts(value);
            case "select" -> isOption(field, value);
            default -> value.isString();
        };
    }

    private static boolean isOption(JsonNode field, JsonNode value) {
        return value.isString() && field.path("options").valueStream().anyMatch(value::equals);
    }
}
