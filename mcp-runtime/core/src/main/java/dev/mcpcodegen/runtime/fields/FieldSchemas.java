package dev.mcpcodegen.runtime.fields;

import dev.mcpcodegen.runtime.fields.Field.Choice;
import dev.mcpcodegen.runtime.fields.Field.Option;
import dev.mcpcodegen.runtime.tool.ToolJson;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema of one field: as clients are told, and as values are held against. Pure. */
final class FieldSchemas {

    private static final int MAX_OPTIONS = 50;
    private static final int MAX_LISTED_OPTIONS = 20;

    private FieldSchemas() {}

    /** What clients are told: no list of types, which some of them refuse, and no more options than a model can use. */
    static ObjectNode told(Field field, Map<String, FieldType> types, String optionsTool) {
        ObjectNode schema = plain(field, types);
        if (schema.path("type").isArray()) {
            schema.remove("type");
        }
        String words = words(field, schema.path("description").asString(""));
        schema.remove("description");
        Choice choice = field.choice();
        if (choice != null && choice.isWhole() && choice.options().size() <= MAX_OPTIONS) {
            choose(schema, choice);
        } else if (choice != null && !choice.options().isEmpty()) {
            words = (words.isEmpty() ? "" : words + ". ") + someOf(choice, optionsTool);
        }
        ObjectNode told = field.multiple() ? list(schema) : schema;
        return words.isEmpty() ? told : told.put("description", words);
    }

    /** What values are held against: every option, and null, which empties a field. */
    static ObjectNode checked(Field field, Map<String, FieldType> types) {
        ObjectNode schema = plain(field, types);
        schema.remove("description");
        Choice choice = field.choice();
        if (choice != null && choice.isWhole() && !choice.options().isEmpty()) {
            choose(schema, choice);
        }
        return nullable(field.multiple() ? list(schema) : schema);
    }

    /** The title where it says more than the name, and what customers and the vendor's type add. */
    static String words(Field field, String ofType) {
        String title = letters(field.title()).equals(letters(field.name())) ? "" : field.title();
        String more = field.description().isEmpty() ? ofType : field.description();
        return title.isEmpty() || more.isEmpty() ? title + more : title + ": " + more;
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
    }

    private static ObjectNode plain(Field field, Map<String, FieldType> types) {
        FieldType type = types.get(field.type());
        return type == null ? ToolJson.MAPPER.createObjectNode() : type.schema().deepCopy();
    }

    private static void choose(ObjectNode schema, Choice choice) {
        if (choice.options().isEmpty()) {
            return;
        }
        schema.removeAll();
        ArrayNode labels = schema.put("type", "string").putArray("enum");
        choice.options().forEach(option -> labels.add(option.label()));
    }

    private static String someOf(Choice choice, String optionsTool) {
        List<Option> options = choice.options();
        String some =
                options.stream().limit(MAX_LISTED_OPTIONS).map(Option::label).collect(Collectors.joining(", "));
        return "One of " + some + " and others: list them with `" + optionsTool + "`";
    }

    private static ObjectNode list(ObjectNode items) {
        ObjectNode list = ToolJson.MAPPER.createObjectNode().put("type", "array");
        list.set("items", items);
        return list;
    }

    private static ObjectNode nullable(ObjectNode schema) {
        JsonNode type = schema.path("type");
        if (type.isString()) {
            schema.putArray("type").add(type.asString()).add("null");
        } else if (type instanceof ArrayNode types) {
            types.add("null");
        }
        if (schema.path("enum") instanceof ArrayNode values) {
            values.add(NullNode.getInstance());
        }
        if (schema.path("anyOf") instanceof ArrayNode alternatives) {
            alternatives.addObject().put("type", "null");
        }
        return schema;
    }
}
