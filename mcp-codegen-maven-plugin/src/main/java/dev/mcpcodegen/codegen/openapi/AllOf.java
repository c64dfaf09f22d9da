package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.openapi.DocumentTree.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Merges {@code allOf} into one schema: properties and required names together; of other keywords the first that says something. */
final class AllOf {

    /** Keywords that leave the shape alone. */
    private static final Set<String> WORDS = Set.of(
            "allOf",
            "default",
            "deprecated",
            "description",
            "example",
            "examples",
            "externalDocs",
            "nullable",
            "readOnly",
            "title",
            "writeOnly",
            "xml");

    /** Keywords that say more of a shape when they stand beside a reference (JSON Schema Core 2020-12, section 8.2.3.1). */
    private static final Set<String> SHAPE =
            Set.of("properties", "required", "allOf", "oneOf", "anyOf", "enum", "const");

    private static final Set<String> SCALARS = Set.of("string", "integer", "number", "boolean");

    private static final List<String> UNIONS = List.of("oneOf", "anyOf");

    private AllOf() {}

    /** Returns the merged schema at the same place; what goes round in a circle is cut. */
    static Place merge(DocumentTree tree, Place place) {
        return new Place(place.pointer(), merge(tree, place, new HashSet<>(Set.of(place.pointer()))));
    }

    /** The only part, when all else are words about it: how OpenAPI 3.0 puts a description beside a reference. */
    static Optional<Place> onlyPart(Place place) {
        JsonNode parts = place.node().path("allOf");
        boolean wordsOnly = place.node().properties().stream()
                .allMatch(keyword -> isWord(keyword.getKey()) || saysWhatReferencesSay(keyword));
        return parts.size() == 1 && wordsOnly && !parts.path(0).isEmpty()
                ? Optional.of(place.child("allOf").child(0))
                : Optional.empty();
    }

    /** A reference beside which more is said of the shape, as the parts of {@code allOf} that the two are. */
    static Place withSiblings(Place place) {
        boolean alone =
                SHAPE.stream().noneMatch(keyword -> saysSomething(place.node().path(keyword)));
        if (!place.node().path("$ref").isTextual() || alone) {
            return place;
        }
        ObjectNode node = ((ObjectNode) place.node()).deepCopy();
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        parts.addObject().set("$ref", node.remove("$ref"));
        node.path("allOf").forEach(parts::add);
        node.set("allOf", parts);
        return new Place(place.pointer(), node);
    }

    /** Alternatives among which there is nothing to choose are parts like those of {@code allOf}, where they stand beside others. */
    static Place withSingleAlternatives(Place place) {
        List<String> single = UNIONS.stream()
                .filter(keyword -> place.node().path(keyword).size() == 1)
                .toList();
        boolean alone = !place.node().has("allOf") && single.size() < 2;
        if (alone || single.isEmpty() || place.node().has("properties")) {
            return place;
        }
        ObjectNode node = ((ObjectNode) place.node()).deepCopy();
        ArrayNode parts = node.withArrayProperty("allOf");
        single.forEach(keyword -> parts.addAll((ArrayNode) node.remove(keyword)));
        return new Place(place.pointer(), node);
    }

    /** A schema and one of its alternatives as one. */
    static Place and(DocumentTree tree, Place place, Place alternative) {
        ObjectNode base = ((ObjectNode) place.node()).deepCopy();
        base.remove(List.of("oneOf", "anyOf", "discriminator"));
        Place followed = tree.follow(withSiblings(alternative));
        if (followed.node() instanceof ObjectNode) {
            ObjectNode whole = merge(tree, followed, new HashSet<>(List.of(place.pointer(), followed.pointer())));
            // Alternatives that lead back here, or are here already, would be offered without end.
            UNIONS.stream()
                    .filter(keyword -> followed.pointer().equals(place.pointer())
                            || offers(tree, new Place(followed.pointer(), whole).child(keyword), place))
                    .forEach(whole::remove);
            addPart(base, whole);
        }
        return new Place(alternative.pointer(), base);
    }

    private static boolean saysSomething(JsonNode keyword) {
        return keyword.isContainerNode() ? !keyword.isEmpty() : !keyword.isMissingNode();
    }

    private static boolean isWord(String keyword) {
        return WORDS.contains(keyword) || keyword.startsWith("x-");
    }

    private static boolean saysWhatReferencesSay(Map.Entry<String, JsonNode> keyword) {
        return keyword.getKey().equals("type") && keyword.getValue().asText().equals("object");
    }

    /** A part that was merged already adds nothing; so neither circles nor doubling chains cost anything. */
    private static ObjectNode merge(DocumentTree tree, Place place, Set<String> seen) {
        ObjectNode merged = ((ObjectNode) place.node()).deepCopy();
        merged.remove("allOf");
        JsonNode parts = place.node().path("allOf");
        for (int i = 0; i < parts.size(); i++) {
            Place part = tree.follow(withSiblings(place.child("allOf").child(i)));
            if (part.node() instanceof ObjectNode && seen.add(part.pointer())) {
                ObjectNode whole = merge(tree, part, seen);
                // Who is told apart by it are the parent's children, not this one's.
                whole.remove("discriminator");
                UNIONS.stream()
                        .filter(keyword -> offers(tree, new Place(part.pointer(), whole).child(keyword), place))
                        .forEach(whole::remove);
                for (String keyword : UNIONS) {
                    if (isUnion(merged) && whole.path(keyword).isArray()) {
                        addSecondUnion(tree, merged, new Place(part.pointer(), whole).child(keyword), seen);
                        whole.remove(keyword);
                    }
                }
                addPart(merged, whole);
            }
        }
        return merged;
    }

    /** Whether a schema is one of the alternatives: of its parent's it has chosen itself. */
    private static boolean offers(DocumentTree tree, Place alternatives, Place schema) {
        for (int i = 0; i < alternatives.node().size(); i++) {
            Place alternative = alternatives.child(i);
            if (alternative.node().has("$ref")
                    && tree.follow(alternative).pointer().equals(schema.pointer())) {
                return true;
            }
        }
        return false;
    }

    private static void addPart(ObjectNode merged, ObjectNode part) {
        part.properties().forEach(keyword -> {
            String name = keyword.getKey();
            JsonNode own = merged.path(name);
            if (name.equals("properties") && own instanceof ObjectNode properties) {
                keyword.getValue()
                        .properties()
                        .forEach(property -> addProperty(properties, property.getKey(), property.getValue()));
            } else if (name.equals("required") && own instanceof ArrayNode required) {
                keyword.getValue().forEach(required::add);
            } else if (name.equals("enum") && own instanceof ArrayNode values) {
                retain(values, keyword.getValue());
            } else if (name.equals("type") && excludeOneAnother(merged, part)) {
                ArrayNode either = JsonNodeFactory.instance.arrayNode();
                SchemaTypes.of(merged).forEach(either::add);
                SchemaTypes.of(part).forEach(either::add);
                merged.set("type", either);
            } else {
                merged.putIfAbsent(name, keyword.getValue());
                Limits.narrower(name, own, keyword.getValue()).ifPresent(limit -> merged.set(name, limit));
            }
        });
    }

    /** The types of parts that no value can have at once; none where there are such values. */
    static List<String> contradiction(DocumentTree tree, Place place) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        JsonNode parts = place.node().path("allOf");
        for (int i = 0; i < parts.size(); i++) {
            JsonNode part = tree.follow(place.child("allOf").child(i)).node();
            if (part instanceof ObjectNode typed && part.has("type")) {
                if (excludeOneAnother(whole, typed)) {
                    List<String> types = new ArrayList<>(SchemaTypes.of(whole));
                    types.addAll(SchemaTypes.of(typed));
                    return types;
                }
                whole.putIfAbsent("type", part.path("type"));
            }
        }
        return List.of();
    }

    /** Whether both say of a text, a number or a truth value which of these it is, and no value is both. */
    private static boolean excludeOneAnother(ObjectNode one, ObjectNode other) {
        List<String> types = one.has("type") ? SchemaTypes.of(one) : List.of();
        List<String> others = other.has("type") ? SchemaTypes.of(other) : List.of();
        boolean scalars = SCALARS.containsAll(types) && SCALARS.containsAll(others);
        return scalars
                && !types.isEmpty()
                && !others.isEmpty()
                && types.stream().noneMatch(type -> others.contains(type) || others.contains(related(type)));
    }

    /** A whole number is a number. */
    private static String related(String type) {
        return switch (type) {
            case "integer" -> "number";
            case "number" -> "integer";
            default -> type;
        };
    }

    /** What both parts list is meant; lists that have nothing in common are a slip, and the nearer one is left alone. */
    private static void retain(ArrayNode values, JsonNode others) {
        Set<JsonNode> common = new HashSet<>();
        others.forEach(common::add);
        for (int i = values.size() - 1; i >= 0 && values.valueStream().anyMatch(common::contains); i--) {
            if (!common.contains(values.get(i))) {
                values.remove(i);
            }
        }
    }

    /** Two parts that speak of one property mean both; what only one of them says in words is said of the other's shape. */
    private static void addProperty(ObjectNode properties, String name, JsonNode schema) {
        JsonNode own = properties.path(name);
        if (own.isMissingNode()) {
            properties.set(name, schema);
        } else if (own instanceof ObjectNode said
                && schema instanceof ObjectNode other
                && !own.equals(schema)
                && !excludeOneAnother(said, other)) {
            if (said.properties().stream().allMatch(keyword -> isWord(keyword.getKey())) && !said.has("allOf")) {
                said.putArray("allOf").add(schema);
            } else if (!said.has("$ref") && !schema.has("$ref") && !said.has("allOf") && !schema.has("allOf")) {
                addPart(said, (ObjectNode) schema);
            }
        }
    }

    private static boolean isUnion(ObjectNode schema) {
        return UNIONS.stream().anyMatch(keyword -> schema.path(keyword).isArray());
    }

    /** One of these and one of those: both cannot be said in one union, so the properties of the second may all be there. */
    private static void addSecondUnion(DocumentTree tree, ObjectNode merged, Place alternatives, Set<String> seen) {
        for (int i = 0; i < alternatives.node().size(); i++) {
            Place alternative = tree.follow(alternatives.child(i));
            if (alternative.node() instanceof ObjectNode && seen.add(alternative.pointer())) {
                ObjectNode whole = merge(tree, alternative, seen);
                if (whole.path("properties").isObject()) {
                    ObjectNode properties = merged.withObjectProperty("properties");
                    whole.path("properties")
                            .properties()
                            .forEach(property -> addProperty(properties, property.getKey(), property.getValue()));
                }
            }
        }
    }
}
