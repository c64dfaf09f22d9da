package dev.mcpcodegen.runtime.tool;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The properties of a JSON object body, in the order in which they are put. */
public final class JsonBody {

    private final ObjectNode tree = ToolJson.MAPPER.createObjectNode();

    JsonBody() {}

    /** Puts a property; leaves it out when the value is null. */
    public JsonBody put(String name, @Nullable Object value) {
        if (value instanceof Presence<?> presence) {
            return presence.isPresent() ? set(name, presence.value()) : this;
        }
        return value == null ? this : set(name, value);
    }

    private JsonBody set(String name, @Nullable Object value) {
        tree.set(name, ToolJson.MAPPER.valueToTree(value));
        return this;
    }

    ObjectNode tree() {
        return tree;
    }
}
