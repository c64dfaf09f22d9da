package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.openapi.DocumentTree.Place;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Merges {@code allOf} into one schema: properties and required names together; of other keywords the first that says something. */
final class AllOf {

    /** Keywords beside {@code allOf} that leave the shape alone. */
    private static final Set<String> WORDS = Set.of(
            "allOf",
            "default",
            "deprecated",
            "description",
            "example",
            "examples",
            "nullable",
            "readOnly",
            "title",
            "writeOnly");

    private AllOf() {}

    /** Returns the merged schema at the same place; what goes round in a circle is cut. */
    static Place merge(DocumentTree tree, Place place) {
        return new Place(place.pointer(), merge(tree, place, new HashSet<>(Set.of(place.pointer()))));
    }

    /** The only part, when all else are words about it: how OpenAPI 3.0 puts a description beside a reference. */
    static Optional<Place> onlyPart(Place place) {
        JsonNode parts = place.node().path("allOf");
        boolean wordsOnly = place.node().properties().stream()
                .allMatch(keyword -> WORDS.contains(keyword.getKey())
                        || keyword.getKey().startsWith("x-")
                        || saysWhatReferencesSay(keyword));
        return parts.size() == 1 && wordsOnly ? Optional.of(place.child("allOf").child(0)) : Optional.empty();
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
            Place part = tree.follow(place.child("allOf").child(i));
            if (part.node() instanceof ObjectNode && seen.add(part.pointer())) {
                addPart(merged, merge(tree, part, seen));
            }
        }
        return merged;
    }

    private static void addPart(ObjectNode merged, ObjectNode part) {
        part.properties().forEach(keyword -> {
            JsonNode own = merged.path(keyword.getKey());
            if (keyword.getKey().equals("properties") && own instanceof ObjectNode properties) {
                keyword.getValue()
                        .properties()
                        .forEach(property -> properties.putIfAbsent(property.getKey(), property.getValue()));
            } else if (keyword.getKey().equals("required") && own instanceof ArrayNode required) {
                keyword.getValue().forEach(required::add);
            } else {
                merged.putIfAbsent(keyword.getKey(), keyword.getValue());
            }
        });
    }
}
