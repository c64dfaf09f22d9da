package dev.mcpcodegen.runtime.server;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Copies arguments for the audit: what is secret by its schema or by its name becomes {@code ***}, long texts are cut. */
final class AuditedArguments {

    private static final int MAX_TEXT_CHARS = 1_000;
    private static final StringNode SECRET = StringNode.valueOf("***");
    private static final Set<String> SECRET_WORDS =
            Set.of("password", "passwd", "passphrase", "secret", "token", "apikey", "authorization", "credential");

    /** Names that hold such a word and are harmless: what a page token opens is bound to its account. */
    private static final Set<String> HARMLESS = Set.of("nextcursor", "pagetoken", "nextpagetoken");

    private AuditedArguments() {}

    static ObjectNode of(ObjectNode arguments, JsonNode schema) {
        ObjectNode copy = arguments.objectNode();
        for (Map.Entry<String, JsonNode> argument : arguments.properties()) {
            JsonNode argumentSchema = schema.path("properties").path(argument.getKey());
            copy.set(argument.getKey(), value(argument.getKey(), argument.getValue(), argumentSchema));
        }
        return copy;
    }

    private static JsonNode value(String name, JsonNode value, JsonNode schema) {
        if (isSecret(name, schema)) {
            return SECRET;
        }
        if (value instanceof ObjectNode object) {
            return of(object, schema);
        }
        if (value instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(item -> copy.add(value("", item, schema.path("items"))));
            return copy;
        }
        return value.isString() ? text(value) : value;
    }

    private static JsonNode text(JsonNode value) {
        String text = value.stringValue();
        return text.length() <= MAX_TEXT_CHARS
                ? value
                : StringNode.valueOf(text.substring(0, MAX_TEXT_CHARS) + "… (" + text.length() + " characters)");
    }

    private static boolean isSecret(String name, JsonNode schema) {
        if (schema.path("writeOnly").asBoolean(false)
                || schema.path("format").asString("").equals("password")) {
            return true;
        }
        String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return !HARMLESS.contains(letters) && SECRET_WORDS.stream().anyMatch(letters::contains);
    }
}
