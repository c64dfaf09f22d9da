package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which types of JSON Schema a schema allows: as it says, as it misspells them, or as its other keywords show. */
final class SchemaTypes {

    /** What vendors write for {@code type} and mean one of JSON Schema's. Other words say nothing. */
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("string", "string"),
            Map.entry("str", "string"),
            Map.entry("text", "string"),
            Map.entry("char", "string"),
            Map.entry("date", "string"),
            Map.entry("date-time", "string"),
            Map.entry("datetime", "string"),
            Map.entry("timestamp", "string"),
            Map.entry("uuid", "string"),
            Map.entry("uri", "string"),
            Map.entry("url", "string"),
            Map.entry("email", "string"),
            Map.entry("password", "string"),
            Map.entry("enum", "string"),
            Map.entry("file", "file"),
            Map.entry("integer", "integer"),
            Map.entry("int", "integer"),
            Map.entry("int32", "integer"),
            Map.entry("int64", "integer"),
            Map.entry("long", "integer"),
            Map.entry("number", "number"),
            Map.entry("float", "number"),
            Map.entry("double", "number"),
            Map.entry("decimal", "number"),
            Map.entry("boolean", "boolean"),
            Map.entry("bool", "boolean"),
            Map.entry("array", "array"),
            Map.entry("list", "array"),
            Map.entry("object", "object"),
            Map.entry("map", "object"),
            Map.entry("dict", "object"),
            Map.entry("hash", "object"),
            Map.entry("json", "object"),
            Map.entry("null", "null"),
            Map.entry("any", ""),
            Map.entry("mixed", ""));

    private static final Set<String> SHOW_OBJECT = Set.of(
            "properties",
            "additionalProperties",
            "patternProperties",
            "propertyNames",
            "minProperties",
            "maxProperties");
    private static final Set<String> SHOW_ARRAY = Set.of("items", "prefixItems", "minItems", "maxItems", "uniqueItems");
    private static final Set<String> SHOW_STRING = Set.of("pattern", "minLength", "maxLength", "contentEncoding");
    private static final Set<String> SHOW_NUMBER =
            Set.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf");
    private static final Set<String> STRING_FORMATS =
            Set.of("date", "date-time", "byte", "binary", "uuid", "uri", "url", "email", "password", "hostname");

    private SchemaTypes() {}

    /** The types besides null, each once; empty when any value is allowed. */
    static List<String> of(JsonNode schema) {
        List<String> said = new ArrayList<>();
        for (String type : said(schema)) {
            String known = KNOWN.getOrDefault(type.strip().toLowerCase(Locale.ROOT), "");
            if (known.isEmpty()) {
                return List.of();
            }
            if (!known.equals("null") && !said.contains(known)) {
                said.add(known);
            }
        }
        if (said.contains("number")) {
            said.remove("integer");
        }
        return said.isEmpty() ? shown(schema) : List.copyOf(said);
    }

    /** What stands there and is no type. */
    static List<String> unknown(JsonNode schema) {
        return said(schema).stream()
                .filter(type -> !KNOWN.containsKey(type.strip().toLowerCase(Locale.ROOT)))
                .toList();
    }

    static boolean includeNull(JsonNode schema) {
        return schema.path("type").isArray() && said(schema).stream().anyMatch(type -> type.equalsIgnoreCase("null"));
    }

    /** Whether null is all that is allowed. */
    static boolean isNull(JsonNode schema) {
        List<String> said = said(schema);
        boolean onlyListed =
                schema.path("enum").size() == 1 && schema.path("enum").path(0).isNull() && said.isEmpty();
        boolean constant = schema.has("const") && schema.path("const").isNull();
        return constant
                || onlyListed
                || (!said.isEmpty() && said.stream().allMatch(type -> type.equalsIgnoreCase("null")));
    }

    private static List<String> said(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            return List.of(type.asText());
        }
        List<String> said = new ArrayList<>();
        if (type.isArray()) {
            type.forEach(each -> said.add(each.asText()));
        }
        return said;
    }

    /** A schema without a type allows any value that its keywords do not concern; nobody means that. */
    private static List<String> shown(JsonNode schema) {
        String format = schema.path("format").asText("");
        if (has(schema, SHOW_OBJECT) || schema.path("required").isArray()) {
            return List.of("object");
        } else if (has(schema, SHOW_ARRAY)) {
            return List.of("array");
        } else if (has(schema, SHOW_STRING) || STRING_FORMATS.contains(format)) {
            return List.of("string");
        } else if (format.equals("int32") || format.equals("int64")) {
            return List.of("integer");
        }
        return has(schema, SHOW_NUMBER) || format.equals("float") || format.equals("double")
                ? List.of("number")
                : List.of();
    }

    private static boolean has(JsonNode schema, Set<String> keywords) {
        return keywords.stream().anyMatch(schema::has);
    }
}
