package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mcpcodegen.codegen.openapi.DocumentTree.Place;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The properties of a schema at first sight, through references and combinators: enough to choose between bodies before reading one. */
final class BodyShape {

    private final DocumentTree tree;
    private final Map<String, Place> properties = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();

    private BodyShape(DocumentTree tree) {
        this.tree = tree;
    }

    static BodyShape of(DocumentTree tree, Place schema) {
        BodyShape shape = new BodyShape(tree);
        shape.collect(schema);
        return shape;
    }

    /** The properties by name, each where it is declared first. */
    Map<String, Place> properties() {
        return properties;
    }

    boolean isObject() {
        return !properties.isEmpty();
    }

    /** Whether a file is passed under a name that the other body does not have. */
    boolean takesFileBeyond(BodyShape other) {
        return properties.entrySet().stream()
                .anyMatch(property -> !other.properties.containsKey(property.getKey()) && isFile(property.getValue()));
    }

    private void collect(Place place) {
        Place schema = tree.follow(place);
        if (!seen.add(schema.pointer())) {
            return;
        }
        Place own = schema.child("properties");
        own.node().fieldNames().forEachRemaining(name -> properties.putIfAbsent(name, own.child(name)));
        for (String combinator : List.of("allOf", "oneOf", "anyOf")) {
            for (int i = 0; i < schema.node().path(combinator).size(); i++) {
                collect(schema.child(combinator).child(i));
            }
        }
    }

    private boolean isFile(Place place) {
        JsonNode schema = tree.follow(place).node();
        if (schema.path("type").asText().equals("array")) {
            schema = tree.follow(tree.follow(place).child("items")).node();
        }
        return schema.path("format").asText().equals("binary")
                || schema.path("contentMediaType").asText().equals("application/octet-stream");
    }
}
