package dev.mcpcodegen.it.sandbox.affinity;

import dev.mcpcodegen.it.sandbox.vendor.RefusedException;
import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.Shape;
import dev.mcpcodegen.it.sandbox.vendor.ValueType;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reminders, one-time (type 0) and recurring (type 1). */
final class Reminders {

    private static final Shape UPDATE = Shape.empty()
            .optional("owner_id", ValueType.INTEGER)
            .optional("type", ValueType.INTEGER, 0, 1)
            .optional("content", ValueType.TEXT)
            .optional("reset_type", ValueType.INTEGER, 0, 1, 2)
            .optional("due_date", ValueType.DATE_TIME)
            .optional("reminder_days", ValueType.INTEGER)
            // Documented as an integer, while its meaning is a flag: both are taken.
            .optional("is_completed", ValueType.ANY);
    private static final Shape CREATE = Shape.empty()
            .required("owner_id", ValueType.INTEGER)
            .required("type", ValueType.INTEGER, 0, 1)
            .optional("content", ValueType.TEXT)
            .optional("reset_type", ValueType.INTEGER, 0, 1, 2)
            .optional("due_date", ValueType.DATE_TIME)
            .optional("reminder_days", ValueType.INTEGER)
            .optional("is_completed", ValueType.ANY)
            .optional("person_id", ValueType.INTEGER)
            .optional("organization_id", ValueType.INTEGER)
            .optional("opportunity_id", ValueType.INTEGER);

    private final AffinityRecords records;
    private final ReminderViews views;

    Reminders(AffinityRecords records) {
        this.records = records;
        this.views = new ReminderViews(records);
    }

    void addTo(Routes routes) {
        routes.get("/reminders", this::search)
                .post("/reminders", this::create)
                .get("/reminders/{id}", this::get)
                .put("/reminders/{id}", this::update)
                .delete("/reminders/{id}", this::delete);
    }

    private VendorResponse search(RouteCall call) {
        ObjectNode query = call.query(ReminderViews.SEARCH);
        if (query.path("type").asInt(0) == 1 && !query.has("reset_type")) {
            throw new RefusedException(422, "reset_type is required when type is 1.");
        }
        List<ObjectNode> found = records.reminders()
                .where(reminder -> views.matches(query, reminder))
                .map(views::view)
                .toList();
        return Answers.page("reminders", Paging.cut(found, call.request(), query, Paging.MAX_PAGE_SIZE));
    }

    private VendorResponse create(RouteCall call) {
        ObjectNode input = call.body(CREATE);
        records.target(input)
                .ifPresent(kind -> records.requireAll(
                        kind, List.of(input.path(kind.idName()).asLong(0))));
        ObjectNode values = JsonNodeFactory.instance
                .objectNode()
                .put("creator_id", AffinityRecords.KEY_OWNER)
                .put("created_at", records.now());
        apply(values, input);
        return Answers.record(views.view(records.reminders().create(values)));
    }

    private VendorResponse get(RouteCall call) {
        return Answers.record(views.view(records.named(records.reminders(), "reminder", call)));
    }

    private VendorResponse update(RouteCall call) {
        ObjectNode reminder = records.named(records.reminders(), "reminder", call);
        ObjectNode changed = reminder.deepCopy();
        apply(changed, call.body(UPDATE));
        reminder.setAll(changed);
        return Answers.record(views.view(reminder));
    }

    private VendorResponse delete(RouteCall call) {
        records.reminders().remove(records.named(records.reminders(), "reminder", call));
        return Answers.success();
    }

    private void apply(ObjectNode reminder, ObjectNode input) {
        JsonNode completion = input.remove("is_completed");
        reminder.setAll(input);
        records.requireInternal("owner_id", reminder.path("owner_id").asLong(0));
        if (reminder.path("type").asInt(0) == 0) {
            requireOneTime(reminder);
        } else {
            requireRecurring(reminder);
        }
        if (completion != null && !completion.isNull()) {
            complete(reminder, completion.asInt(0) != 0 || completion.asBoolean(false));
        }
    }

    private static void requireOneTime(ObjectNode reminder) {
        if (!reminder.hasNonNull("due_date")) {
            throw new RefusedException(422, "due_date is required when type is 0.");
        }
        reminder.put("due_date", Moments.text(Moments.of(reminder, "due_date")));
    }

    private void requireRecurring(ObjectNode reminder) {
        if (!reminder.hasNonNull("reset_type") || !reminder.hasNonNull("reminder_days")) {
            throw new RefusedException(422, "reset_type and reminder_days are required when type is 1.");
        }
        if (!reminder.hasNonNull("due_date")) {
            Duration wait = Duration.ofDays(reminder.path("reminder_days").asInt(0));
            reminder.put("due_date", Moments.text(records.clock().instant().plus(wait)));
        }
    }

    private void complete(ObjectNode reminder, boolean isCompleted) {
        if (isCompleted) {
            reminder.put("completed_at", records.now()).put("completer_id", AffinityRecords.KEY_OWNER);
        } else {
            reminder.putNull("completed_at").putNull("completer_id");
        }
    }
}
