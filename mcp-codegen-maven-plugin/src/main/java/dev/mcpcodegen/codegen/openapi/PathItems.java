package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.openapi.DocumentTree.Place;
import java.util.Map;

/** Puts path items in the place of references to them: Swagger Parser follows none when it must not do I/O. */
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
            result.set(path.getKey(), inlined(tree, new Place("/paths", path.getValue())));
        }
        ObjectNode copy = document.objectNode();
        copy.setAll(document);
        copy.set("paths", result);
        return copy;
    }

    /** What stands beside a reference wins over what it leads to. */
    private static JsonNode inlined(DocumentTree tree, Place item) {
        if (!(item.node() instanceof ObjectNode own) || !(tree.follow(item).node() instanceof ObjectNode target)) {
            return item.node();
        }
        ObjectNode merged = own.objectNode();
        merged.setAll(target);
        merged.setAll(own);
        merged.remove("$ref");
        return merged;
    }
}
