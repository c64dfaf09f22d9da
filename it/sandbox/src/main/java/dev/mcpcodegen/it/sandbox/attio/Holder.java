package dev.mcpcodegen.it.sandbox.attio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A record, or an entry that says that its parent record is on a list: what has values. */
final class Holder {

    private static final String ACTIVE_UNTIL = "active_until";

    private final Owner owner;
    private final String id;
    private final String createdAt;
    private final @Nullable Holder parent;
    private final Map<String, List<ObjectNode>> values = new LinkedHashMap<>();

    Holder(Owner owner, String id, String createdAt, @Nullable Holder parent) {
        this.owner = owner;
        this.id = id;
        this.createdAt = createdAt;
        this.parent = parent;
    }

    Owner owner() {
        return owner;
    }

    String id() {
        return id;
    }

    String createdAt() {
        return createdAt;
    }

    /** The record that an entry stands for; null for a record. */
    @Nullable
    Holder parent() {
        return parent;
    }

    /** Every value that the attribute has had, oldest first within what is past. */
    List<ObjectNode> history(Attribute attribute) {
        return List.copyOf(values.getOrDefault(attribute.id(), List.of()));
    }

    /** The values that the attribute has now. */
    List<ObjectNode> active(Attribute attribute) {
        return history(attribute).stream()
                .filter(value -> value.path(ACTIVE_UNTIL).isNull())
                .toList();
    }

    /** Makes these the active values, in this order; what is active and not among them becomes past. */
    void set(Attribute attribute, List<ObjectNode> active, String now) {
        List<ObjectNode> all = new ArrayList<>();
        for (ObjectNode value : history(attribute)) {
            if (!active.contains(value)) {
                if (value.path(ACTIVE_UNTIL).isNull()) {
                    value.put(ACTIVE_UNTIL, now);
                }
                all.add(value);
            }
        }
        all.addAll(active);
        values.put(attribute.id(), all);
    }

    /** The active values by slug; an attribute without a value has an empty array. */
    ObjectNode view() {
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        for (Attribute attribute : owner.attributes()) {
            if (!attribute.is("is_archived")) {
                ArrayNode shown = view.putArray(attribute.slug());
                active(attribute).forEach(shown::add);
            }
        }
        return view;
    }
}
