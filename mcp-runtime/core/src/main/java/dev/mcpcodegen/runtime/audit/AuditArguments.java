package dev.mcpcodegen.runtime.audit;

import dev.mcpcodegen.runtime.arguments.InputSchema;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** What the trail shows of a call's arguments: no secret, no file, no long text. Pure; takes any tree, valid or not. */
public final class AuditArguments {

    private static final StringNode HIDDEN = JsonNodeFactory.instance.stringNode("***");

    /** Looked for in names without case and separators. */
    private static final List<String> SECRET_WORDS = List.of(
            "password",
            "passwd",
            "passphrase",
            "secret",
            "token",
            "apikey",
            "accesskey",
            "privatekey",
            "authorization",
            "credential",
            "signingkey");

    private static final Set<String> FILE_NAMES = Set.of("content_base64");

    /** Whoever knows such a link can fetch the file. */
    private static final String FILE_LINK = "resource_uri";

    private static final int MAX_TEXT = 1024;
    private static final int MAX_NAME = 128;

    private AuditArguments() {}

    /** Returns a copy of arguments, or of an object among them, for the trail. */
    public static ObjectNode redact(ObjectNode object, InputSchema schema) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        object.forEachEntry((name, value) -> shown.set(
                name.length() > MAX_NAME ? name.substring(0, MAX_NAME) + "..." : name,
                property(name, value, schema.property(name))));
        return shown;
    }

    private static JsonNode property(String name, JsonNode value, InputSchema schema) {
        if (value.isNull() || value.isBoolean()) {
            return value;
        }
        if (schema.flag("writeOnly") || schema.text("format").equals("password") || isSecret(name)) {
            return HIDDEN;
        }
        if (name.equals(FILE_LINK)) {
            return HIDDEN;
        }
        if (FILE_NAMES.contains(name) && value.isString()) {
            return JsonNodeFactory.instance.stringNode("<" + value.asString().length() + " base64 characters>");
        }
        return shown(value, schema);
    }

    private static JsonNode shown(JsonNode value, InputSchema schema) {
        if (value instanceof ObjectNode object) {
            return redact(object, schema);
        }
        if (value instanceof ArrayNode array) {
            ArrayNode shown = JsonNodeFactory.instance.arrayNode();
            InputSchema items = schema.items();
            array.forEach(item -> shown.add(shown(item, items)));
            return shown;
        }
        return value.isString() ? text(value.asString(), schema) : value;
    }

    private static JsonNode text(String text, InputSchema schema) {
        String begin = text.stripLeading();
        boolean isStructure = begin.startsWith("{") || begin.startsWith("[");
        if (isStructure && !schema.types().isEmpty() && !schema.types().contains("string")) {
            // JSON text for an object: what is secret in it would not be found by name.
            return JsonNodeFactory.instance.stringNode("<" + text.length() + " characters of JSON>");
        }
        return JsonNodeFactory.instance.stringNode(
                text.length() <= MAX_TEXT
                        ? text
                        : text.substring(0, MAX_TEXT) + "... <" + text.length() + " characters>");
    }

    private static boolean isSecret(String name) {
        String plain =
                name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "").replace(".", "");
        for (String word : SECRET_WORDS) {
            if (plain.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
