package dev.mcpcodegen.it.corpus.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What MCP clients and the models behind them refuse in a tool: one such tool often costs a user the whole list. The limits on names
 * and keys are those that Anthropic's and OpenAI's interfaces enforce.
 */
public final class ClientSafety {

    private static final Pattern TOOL_NAME = Pattern.compile("[a-zA-Z0-9_-]{1,64}");
    private static final Pattern KEY = Pattern.compile("[a-zA-Z0-9_.-]{1,64}");
    private static final List<String> COMBINATORS = List.of("anyOf", "oneOf", "allOf", "not", "if", "enum", "const");
    private static final List<String> SCHEMA_MAPS =
            List.of("properties", "$defs", "definitions", "patternProperties", "dependentSchemas");
    private static final List<String> SCHEMA_LISTS = List.of("anyOf", "oneOf", "allOf", "prefixItems");
    private static final List<String> SCHEMAS = List.of(
            "items",
            "additionalProperties",
            "unevaluatedProperties",
            "unevaluatedItems",
            "propertyNames",
            "contains",
            "not",
            "if",
            "then",
            "else");

    private final Set<String> names = new HashSet<>();

    /** What is unsafe in a listed tool, a line each. Remembers names, so that a second tool of one name is told. */
    public List<String> check(JsonNode definition) {
        List<String> problems = new ArrayList<>();
        String name = definition.path("name").asString("");
        if (!TOOL_NAME.matcher(name).matches()) {
            problems.add("unsafe-name: " + name);
        }
        if (!names.add(name)) {
            problems.add("duplicate-name: " + name);
        }
        JsonNode schema = definition.path("inputSchema");
        if (!schema.path("type").isString() || !schema.path("type").asString().equals("object")) {
            problems.add("unsafe-schema: the root is no object: " + schema.path("type"));
        }
        COMBINATORS.stream()
                .filter(schema::has)
                .forEach(combinator -> problems.add("unsafe-schema: " + combinator + " at the root"));
        walk(schema, schema, "", problems);
        return problems;
    }

    private void walk(JsonNode root, JsonNode schema, String place, List<String> problems) {
        JsonNode reference = schema.path("$ref");
        if (!reference.isMissingNode() && !resolves(root, reference.asString(""))) {
            problems.add("dangling-ref: " + reference + " at " + place);
        }
        if (schema.path("type").isString()
                && schema.path("type").asString().equals("array")
                && !schema.has("items")
                && !schema.has("prefixItems")) {
            problems.add("array-without-items: at " + place);
        }
        schema.path("properties").propertyNames().stream()
                .filter(key -> !KEY.matcher(key).matches())
                .forEach(key -> problems.add("unsafe-key: \"" + key + "\" at " + place));
        for (String keyword : SCHEMA_MAPS) {
            schema.path(keyword)
                    .propertyStream()
                    .forEach(entry ->
                            walk(root, entry.getValue(), place + "/" + keyword + "/" + entry.getKey(), problems));
        }
        for (String keyword : SCHEMA_LISTS) {
            JsonNode list = schema.path(keyword);
            for (int i = 0; i < list.size(); i++) {
                walk(root, list.path(i), place + "/" + keyword + "/" + i, problems);
            }
        }
        for (String keyword : SCHEMAS) {
            if (schema.path(keyword).isObject()) {
                walk(root, schema.path(keyword), place + "/" + keyword, problems);
            }
        }
    }

    private static boolean resolves(JsonNode root, String reference) {
        if (reference.equals("#")) {
            return true;
        }
        return reference.startsWith("#/") && !root.at(reference.substring(1)).isMissingNode();
    }
}
