package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.openapi.DocumentTree.Place;
import java.util.Map;

/** Puts path items and operations in the place of references to them, so that each operation stands at its path. */
final class PathItems {

    private PathItems() {}

    /** Returns the document itself, or a copy that shares all that did not change. */
    static ObjectNode inlined(ObjectNode document) {
        if (!(document.path("paths") instanceof ObjectNode paths)) {
            return document;
        }
        DocumentTree tree = new DocumentTree(document);
        ObjectNode result = paths.objectNode();
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            result.set(path.getKey(), withOperations(tree, inlined(tree, path.getValue())));
        }
        ObjectNode copy = document.objectNode();
        copy.setAll(document);
        copy.set("paths", result);
        return copy;
    }

    private static JsonNode withOperations(DocumentTree tree, JsonNode item) {
        JsonNode result = item;
        for (String method : OperationPlaces.METHODS) {
            if (result instanceof ObjectNode members
                    && item.path(method).path("$ref").isTextual()) {
                ObjectNode copy = members.objectNode();
                copy.setAll(members);
                copy.set(method, inlined(tree, item.path(method)));
                result = copy;
            }
        }
        return result;
    }

    /** What stands beside a reference wins over what it leads to. */
    private static JsonNode inlined(DocumentTree tree, JsonNode part) {
        if (!part.path("$ref").isTextual()
                || !(part instanceof ObjectNode own)
                || !(tree.follow(new Place("", part)).node() instanceof ObjectNode target)) {
            return part;
        }
        ObjectNode merged = own.objectNode();
        merged.setAll(target);
        merged.setAll(own);
        merged.remove("$ref");
        return merged;
    }
}
