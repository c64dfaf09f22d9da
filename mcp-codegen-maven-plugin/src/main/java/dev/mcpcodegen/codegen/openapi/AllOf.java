package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.openapi.DocumentTree.Place;

/** Merges {@code allOf} into one schema: properties and required names together; of other keywords the first that says something. */
final class AllOf {

    private static final int MAX_DEPTH = 32;

    private AllOf() {}

    /** Returns the merged schema at the same place; what goes round in a circle is cut. */
    static Place merge(DocumentTree tree, Place place) {
        return new Place(place.pointer(), merge(tree, place, 0));
    }

    private static ObjectNode merge(DocumentTree tree, Place place, int depth) {
        ObjectNode merged = ((ObjectNode) place.node()).deepCopy();
        merged.remove("allOf");
        JsonNode parts = place.node().path("allOf");
        for (int i = 0; i < parts.size() && depth < MAX_DEPTH; i++) {
            Place part = tree.follow(place.child("allOf").child(i));
            if (part.node() instanceof ObjectNode) {
                addPart(merged, merge(tree, part, depth + 1));
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
