package dev.mcpcodegen.it.sandbox.affinity;

import java.util.Collection;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Numeric ids inside records. */
final class Ids {

    private Ids() {}

    static long of(JsonNode stored) {
        return stored.path("id").asLong(0);
    }

    /** Returns the ids in an array property, none when it is absent. */
    static List<Long> in(JsonNode stored, String property) {
        return stored.path(property).valueStream().map(id -> id.asLong(0)).toList();
    }

    static ArrayNode node(Collection<Long> ids) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        ids.forEach(array::add);
        return array;
    }
}
