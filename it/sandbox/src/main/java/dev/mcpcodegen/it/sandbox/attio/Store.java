package dev.mcpcodegen.it.sandbox.attio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Notes, tasks and the like: stored as they are shown, in the order they were made. */
final class Store {

    private final Workspace workspace;
    private final String noun;
    private final String idName;
    private final Map<String, ObjectNode> items = new LinkedHashMap<>();

    /**
     * Makes an empty store.
     *
     * @param noun what an item is called in messages
     * @param idName the item's own part of its composite id
     */
    Store(Workspace workspace, String noun, String idName) {
        this.workspace = workspace;
        this.noun = noun;
        this.idName = idName;
    }

    /** Stores a new item, whose first property is its id, and returns it. */
    ObjectNode create(ObjectNode values) {
        return put(workspace.newId(), values);
    }

    /** Stores an item under an id of the caller's choice. */
    ObjectNode put(String id, ObjectNode values) {
        ObjectNode stored = JsonNodeFactory.instance.objectNode();
        stored.set("id", Workspace.id(idName, id));
        stored.setAll(values);
        items.put(id, stored);
        return stored;
    }

    String idOf(ObjectNode item) {
        return item.path("id").path(idName).asString("");
    }

    Optional<ObjectNode> find(String id) {
        return Optional.ofNullable(items.get(id));
    }

    /** The item that a path names, or 404. */
    ObjectNode require(String id) {
        return find(id).orElseThrow(() -> AttioException.notFound(noun + " with ID \"" + id + "\" was not found."));
    }

    List<ObjectNode> all() {
        return List.copyOf(items.values());
    }

    void remove(String id) {
        items.remove(id);
    }
}
