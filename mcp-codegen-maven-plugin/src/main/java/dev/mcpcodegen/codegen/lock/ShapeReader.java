package dev.mcpcodegen.codegen.lock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.mcpcodegen.codegen.lock.Shape.Member;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON Schema as a shape. Types that contain themselves, and arguments with hundreds of parts, are followed to a lesser depth, so
 * that a lock stays something that people read. One instance reads one schema document.
 */
final class ShapeReader {

    private static final int MAX_DEPTH = 4;
    private static final int MAX_PARTS = 300;

    /** The keywords that narrow what is taken, besides the structure. */
    static final List<String> LIMITS = List.of(
            "format",
            "pattern",
            "minLength",
            "maxLength",
            "minimum",
            "exclusiveMinimum",
            "maximum",
            "exclusiveMaximum",
            "multipleOf",
            "minItems",
            "maxItems",
            "uniqueItems",
            "minProperties",
            "maxProperties");

    private final JsonNode definitions;
    private int parts;

    ShapeReader(JsonNode document) {
        this.definitions = document.path("$defs");
    }

    /** The shape of a whole tool: an object whose members are the arguments, each followed as deep as its size allows. */
    Shape arguments(JsonNode schema) {
        SortedMap<String, Member> members = new TreeMap<>();
        Set<String> required = texts(schema.path("required"));
        schema.path("properties")
                .properties()
                .forEach(property -> members.put(
                        property.getKey(),
                        new Member(argument(property.getValue()), required.contains(property.getKey()))));
        return new Shape(
                new TreeSet<>(Set.of("object")),
                false,
                List.of(),
                new TreeMap<>(),
                members,
                isFalse(schema.path("additionalProperties")),
                null,
                null,
                List.of(),
                false);
    }

    private Shape argument(JsonNode schema) {
        for (int depth = MAX_DEPTH; depth > 0; depth--) {
            parts = 0;
            Shape shape = shape(schema, depth, Set.of());
            if (parts <= MAX_PARTS) {
                return shape;
            }
        }
        parts = 0;
        return shape(schema, 0, Set.of());
    }

    private Shape shape(JsonNode schema, int depth, Set<String> within) {
        parts++;
        String reference = schema.path("$ref").asText("");
        if (!reference.isEmpty()) {
            return referenced(reference, depth, within);
        }
        List<JsonNode> alternatives = alternatives(schema);
        boolean nullable = alternatives.removeIf(alternative -> "null".equals(onlyType(alternative)));
        if (alternatives.size() == 1) {
            return nullable(shape(alternatives.get(0), depth, within), nullable);
        }
        SortedSet<String> types = new TreeSet<>(texts(schema.path("type")));
        nullable |= types.remove("null");
        boolean structured =
                schema.path("properties").size() > 0 || schema.path("items").size() > 0 || !alternatives.isEmpty();
        boolean untracked = structured && (depth == 0 || parts > MAX_PARTS);
        List<Shape> options = new ArrayList<>();
        if (!untracked) {
            alternatives.forEach(alternative -> options.add(shape(alternative, depth - 1, within)));
        }
        return new Shape(
                types,
                nullable,
                values(schema),
                limits(schema),
                untracked ? new TreeMap<>() : members(schema, depth, within),
                isFalse(schema.path("additionalProperties")),
                untracked ? null : part(schema.path("items"), depth, within),
                untracked ? null : part(schema.path("additionalProperties"), depth, within),
                List.copyOf(options),
                untracked);
    }

    private Shape referenced(String reference, int depth, Set<String> within) {
        JsonNode definition = definitions.path(reference.substring(reference.lastIndexOf('/') + 1));
        if (within.contains(reference) || definition.isMissingNode()) {
            return new Shape(
                    new TreeSet<>(texts(definition.path("type"))),
                    false,
                    List.of(),
                    new TreeMap<>(),
                    new TreeMap<>(),
                    false,
                    null,
                    null,
                    List.of(),
                    true);
        }
        Set<String> inside = new HashSet<>(within);
        inside.add(reference);
        return shape(definition, depth, inside);
    }

    private SortedMap<String, Member> members(JsonNode schema, int depth, Set<String> within) {
        SortedMap<String, Member> members = new TreeMap<>();
        Set<String> required = texts(schema.path("required"));
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            members.put(
                    property.getKey(),
                    new Member(shape(property.getValue(), depth - 1, within), required.contains(property.getKey())));
        }
        return members;
    }

    private @Nullable Shape part(JsonNode schema, int depth, Set<String> within) {
        return schema.isObject() && !schema.isEmpty() ? shape(schema, depth - 1, within) : null;
    }

    private static Shape nullable(Shape shape, boolean nullable) {
        return new Shape(
                shape.types(),
                shape.nullable() || nullable,
                shape.values(),
                shape.limits(),
                shape.members(),
                shape.closed(),
                shape.items(),
                shape.entries(),
                shape.alternatives(),
                shape.untracked());
    }

    private static List<JsonNode> alternatives(JsonNode schema) {
        List<JsonNode> alternatives = new ArrayList<>();
        schema.path("anyOf").forEach(alternatives::add);
        schema.path("oneOf").forEach(alternatives::add);
        return alternatives;
    }

    private static List<String> values(JsonNode schema) {
        JsonNode values = schema.has("const")
                ? JsonNodeFactory.instance.arrayNode().add(schema.get("const"))
                : schema.path("enum");
        List<String> texts = new ArrayList<>();
        for (JsonNode value : values) {
            if (!value.isNull()) {
                texts.add(Scalars.json(value));
            }
        }
        return List.copyOf(texts);
    }

    private static SortedMap<String, String> limits(JsonNode schema) {
        SortedMap<String, String> limits = new TreeMap<>();
        for (String keyword : LIMITS) {
            if (schema.path(keyword).isValueNode()) {
                limits.put(keyword, Scalars.json(schema.get(keyword)));
            }
        }
        return limits;
    }

    private static @Nullable String onlyType(JsonNode schema) {
        return schema.path("type").isTextual() ? schema.path("type").asText() : null;
    }

    private static boolean isFalse(JsonNode node) {
        return node.isBoolean() && !node.asBoolean();
    }

    private static Set<String> texts(JsonNode node) {
        Set<String> texts = new TreeSet<>();
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
