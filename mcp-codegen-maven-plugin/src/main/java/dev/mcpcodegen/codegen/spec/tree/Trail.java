package dev.mcpcodegen.codegen.spec.tree;

import org.jspecify.annotations.Nullable;

/**
 * A way down a tree, remembered step by step: walking half a million nodes must not write half a million pointers.
 *
 * @param parent null at the root
 * @param token the member's name or the element's index
 */
public record Trail(@Nullable Trail parent, String token) {

    /** The trail of the root. */
    public static final Trail ROOT = new Trail(null, "");

    /** One step further down. */
    public Trail child(String childToken) {
        return new Trail(this, childToken);
    }

    /** The same as a JSON Pointer (RFC 6901). */
    public String pointer() {
        return parent == null ? "" : Pointers.child(parent.pointer(), token);
    }
}
