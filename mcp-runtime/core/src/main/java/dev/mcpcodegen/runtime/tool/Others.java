package dev.mcpcodegen.runtime.tool;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Arguments that nobody declared, on their way into a body that takes further properties. */
final class Others {

    private Others() {}

    /** Keeps out what has a place of its own, or is the vendor's to set. */
    static Map<String, JsonNode> check(@Nullable Map<String, JsonNode> others, String... withheld) {
        Map<String, JsonNode> sent = Objects.requireNonNullElse(others, Map.of());
        for (String name : List.of(withheld)) {
            if (sent.containsKey(name)) {
                throw new InvalidArgumentException(name, "\"" + name + "\" cannot be set here. Leave it out.");
            }
        }
        return sent;
    }
}
