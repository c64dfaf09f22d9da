package dev.mcpcodegen.it.sandbox.octapipe;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The records of one kind, in the order they were made, each with a {@code uuid} of its own that is the same after every start.
 *
 * <p>Records are handed out as they are stored. Not thread-safe; the vendor's lock guards it.
 */
final class Table {

    private final String uuidStart;
    private final Map<String, ObjectNode> records = new LinkedHashMap<>();
    private long made;

    /** Makes an empty table whose uuids begin with eight hex digits. */
    Table(String firstDigits) {
        this.uuidStart = firstDigits + "-0000-4000-8000-";
    }

    /** Returns the uuid of the n-th record that is made, counted from 1. */
    String uuid(long number) {
        return uuidStart + HexFormat.of().toHexDigits(number, 12);
    }

    /** Stores a new record under the next uuid, which becomes its first property, and returns it. */
    ObjectNode create(ObjectNode values) {
        String uuid = uuid(++made);
        ObjectNode stored = JsonNodeFactory.instance.objectNode().put("uuid", uuid);
        stored.setAll(values);
        records.put(uuid, stored);
        return stored;
    }

    Optional<ObjectNode> find(String uuid) {
        return Optional.ofNullable(records.get(uuid));
    }

    /** Returns every record, oldest first; a copy of the list, not of the records. */
    List<ObjectNode> all() {
        return List.copyOf(records.values());
    }

    void remove(JsonNode stored) {
        records.remove(stored.path("uuid").asString(""));
    }
}
