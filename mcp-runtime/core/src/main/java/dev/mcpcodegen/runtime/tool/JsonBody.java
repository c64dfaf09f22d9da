package dev.mcpcodegen.runtime.tool;

import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
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

    /** Puts a property whose value is given as JSON text. */
    public JsonBody putJson(String name, String json) {
        return set(name, ToolJson.MAPPER.readTree(json));
    }

    /** Puts an object with the properties that {@code properties} puts into it, also when there are none. */
    public JsonBody object(String name, Consumer<JsonBody> properties) {
        JsonBody inner = new JsonBody();
        properties.accept(inner);
        return set(name, inner.tree);
    }

    /**
     * Puts properties that no argument stands for.
     *
     * @param withheld names that must not come this way
     * @throws InvalidArgumentException if one of them does
     */
    public JsonBody others(@Nullable Map<String, JsonNode> others, String... withheld) {
        Others.check(others, withheld).forEach(tree::set);
        return this;
    }

    private JsonBody set(String name, @Nullable Object value) {
        tree.set(name, ToolJson.MAPPER.valueToTree(value));
        return this;
    }

    ObjectNode tree() {
        return tree;
    }
}
