package dev.mcpcodegen.it.sandbox.vendor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The records of one kind, in the order they were made, each with an {@code id} of its own.
 *
 * <p>Records are handed out as they are stored: whoever changes one changes the store, whoever answers with one copies
 * it first. Not thread-safe; the vendor's lock guards it.
 */
public final class RecordStore {

    private static final String ID = "id";

    private final Supplier<JsonNode> ids;
    private final Map<String, ObjectNode> records = new LinkedHashMap<>();

    /** Makes a store that takes the ids of new records from a supplier. */
    public RecordStore(Supplier<JsonNode> ids) {
        this.ids = ids;
    }

    /** Makes a store whose new records are numbered upwards. */
    public static RecordStore numbered(long first) {
        long[] next = {first};
        return new RecordStore(() -> JsonNodeFactory.instance.numberNode(next[0]++));
    }

    /** Stores a new record under the next id, which becomes its first property, and returns it. */
    public ObjectNode create(ObjectNode values) {
        return put(ids.get(), values);
    }

    /** Stores a record under an id of the caller's choice, which becomes its first property, and returns it. */
    public ObjectNode put(JsonNode id, ObjectNode values) {
        ObjectNode stored = JsonNodeFactory.instance.objectNode();
        stored.set(ID, id);
        stored.setAll(values);
        stored.set(ID, id);
        records.put(id.asString(), stored);
        return stored;
    }

    /** Returns the record with this id. */
    public Optional<ObjectNode> find(String id) {
        return Optional.ofNullable(records.get(id));
    }

    /** Returns the record with this numeric id. */
    public Optional<ObjectNode> find(long id) {
        return find(Long.toString(id));
    }

    /** Returns every record, oldest first; a copy of the list, not of the records. */
    public List<ObjectNode> all() {
        return List.copyOf(records.values());
    }

    /** Returns the records that match, oldest first. */
    public Stream<ObjectNode> where(Predicate<ObjectNode> matches) {
        return all().stream().filter(matches);
    }

    /** Removes one record. */
    public void remove(ObjectNode stored) {
        records.remove(stored.path(ID).asString());
    }

    /** Removes the records that match. */
    public void removeIf(Predicate<ObjectNode> matches) {
        records.values().removeIf(matches);
    }
}
