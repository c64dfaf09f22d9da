package dev.mcpcodegen.codegen.spec.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mcpcodegen.codegen.spec.tree.Pointers;
import org.jspecify.annotations.Nullable;

/**
 * A selected node and the way to it.
 *
 * @param value the node itself, not a copy
 * @param parent what holds it; null for the root
 * @param token member name or index by which the parent holds it; empty for the root
 */
public record PathNode(JsonNode value, @Nullable PathNode parent, String token) {

    static PathNode root(JsonNode root) {
        return new PathNode(root, null, "");
    }

    PathNode child(String name, JsonNode child) {
        return new PathNode(child, this, name);
    }

    /** JSON Pointer (RFC 6901) of the node. */
    public String pointer() {
        return parent == null ? "" : Pointers.child(parent.pointer(), token);
    }
}
