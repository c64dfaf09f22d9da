package dev.mcpcodegen.it.sandbox.affinity;

import dev.mcpcodegen.it.sandbox.vendor.Shape;
import dev.mcpcodegen.it.sandbox.vendor.ValueType;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How reminders look in answers, with whole records instead of ids, and which ones a search finds. */
final class ReminderViews {

    static final Shape SEARCH = Paging.parameters(Shape.empty()
            .optional("person_id", ValueType.INTEGER)
            .optional("organization_id", ValueType.INTEGER)
            .optional("opportunity_id", ValueType.INTEGER)
            .optional("creator_id", ValueType.INTEGER)
            .optional("owner_id", ValueType.INTEGER)
            .optional("completer_id", ValueType.INTEGER)
            .optional("type", ValueType.INTEGER, 0, 1)
            .optional("reset_type", ValueType.INTEGER, 0, 1, 2)
            .optional("status", ValueType.INTEGER, 0, 1, 2)
            .optional("due_before", ValueType.DATE_TIME)
            .optional("due_after", ValueType.DATE_TIME));

    private static final List<String> EQUAL = List.of(
            "person_id",
            "organization_id",
            "opportunity_id",
            "creator_id",
            "owner_id",
            "completer_id",
            "type",
            "reset_type");
    private static final int COMPLETED = 0;
    private static final int ACTIVE = 1;
    private static final int OVERDUE = 2;

    private final AffinityRecords records;
    private final EntityViews entities;

    ReminderViews(AffinityRecords records) {
        this.records = records;
        this.entities = new EntityViews(records);
    }

    boolean matches(ObjectNode query, ObjectNode reminder) {
        boolean equal = EQUAL.stream()
                .allMatch(name -> !query.has(name)
                        || reminder.path(name).asLong(-1) == query.path(name).asLong(0));
        return equal
                && (!query.has("status")
                        || status(reminder) == query.path("status").asInt(0))
                && (!query.has("due_before")
                        || Moments.of(reminder, "due_date").isBefore(Moments.of(query, "due_before")))
                && (!query.has("due_after")
                        || Moments.of(reminder, "due_date").isAfter(Moments.of(query, "due_after")));
    }

    ObjectNode view(ObjectNode reminder) {
        ObjectNode view = JsonNodeFactory.instance
                .objectNode()
                .put("id", Ids.of(reminder))
                .put("type", reminder.path("type").asInt(0))
                .put("status", status(reminder));
        for (String name :
                List.of("content", "due_date", "reset_type", "reminder_days", "created_at", "completed_at")) {
            view.set(name, reminder.has(name) ? reminder.get(name) : JsonNodeFactory.instance.nullNode());
        }
        addEntity(
                view, "creator", EntityKind.PERSON, reminder.path("creator_id").asLong(0));
        addEntity(view, "owner", EntityKind.PERSON, reminder.path("owner_id").asLong(0));
        addEntity(
                view,
                "completer",
                EntityKind.PERSON,
                reminder.path("completer_id").asLong(0));
        for (EntityKind kind : EntityKind.values()) {
            addEntity(view, kind.noun(), kind, reminder.path(kind.idName()).asLong(0));
        }
        return view;
    }

    private int status(ObjectNode reminder) {
        if (reminder.hasNonNull("completed_at")) {
            return COMPLETED;
        }
        return Moments.of(reminder, "due_date").isBefore(records.clock().instant()) ? OVERDUE : ACTIVE;
    }

    private void addEntity(ObjectNode view, String name, EntityKind kind, long id) {
        records.entities(kind)
                .find(id)
                .ifPresentOrElse(entity -> view.set(name, entities.summary(kind, entity)), () -> view.putNull(name));
    }
}
