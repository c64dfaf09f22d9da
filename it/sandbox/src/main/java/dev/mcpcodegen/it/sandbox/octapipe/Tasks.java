package dev.mcpcodegen.it.sandbox.octapipe;

import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tasks, on a card or on their own. */
final class Tasks {

    private static final Rules LIST = Pages.parameters(Rules.none());
    private static final Rules TASK = Rules.none()
            .required("title", InputKind.TEXT)
            .required("start_date", InputKind.DATE)
            .required("end_date", InputKind.DATE)
            .required("start_time", InputKind.TIME)
            .required("end_time", InputKind.TIME)
            // Client code knows the first three, published calls send the last.
            .required("status", InputKind.TEXT, "pending", "in_progress", "completed", "Open")
            .required("priority", InputKind.TEXT, "low", "medium", "high")
            .optional("description", InputKind.TEXT)
            .optional("pipeline_card_uuid", InputKind.UUID)
            .optional("owner_user_uuid", InputKind.UUID);

    private final OctapipeRecords records;

    Tasks(OctapipeRecords records) {
        this.records = records;
    }

    void addTo(Routes routes) {
        routes.get("/tasks", this::list)
                .post("/tasks", this::create)
                .get("/tasks/{id}", this::get)
                .put("/tasks/{id}", this::update)
                .delete("/tasks/{id}", this::delete);
    }

    private VendorResponse list(RouteCall call) {
        return Answers.list(Pages.cut(records.tasks().all(), LIST.query(call.request())));
    }

    private VendorResponse create(RouteCall call) {
        return Answers.created(add(records, checked(call)));
    }

    /** Stores a new task with the properties that the vendor adds. */
    static ObjectNode add(OctapipeRecords records, ObjectNode input) {
        ObjectNode made = JsonNodeFactory.instance.objectNode();
        set(records, made, input);
        made.set("creator_user", records.self());
        return records.tasks().create(records.stamped(made));
    }

    private static void set(OctapipeRecords records, ObjectNode task, ObjectNode input) {
        for (String name : List.of(
                "title",
                "description",
                "start_date",
                "end_date",
                "start_time",
                "end_time",
                "status",
                "priority",
                "pipeline_card_uuid")) {
            if (input.has(name)) {
                task.set(name, input.path(name));
            } else if (!task.has(name)) {
                task.putNull(name);
            }
        }
        if (input.has("owner_user_uuid")) {
            task.set("owner_user", records.userReference(input.path("owner_user_uuid")));
        } else if (!task.has("owner_user")) {
            task.set("owner_user", records.self());
        }
    }

    private VendorResponse get(RouteCall call) {
        return Answers.record(task(call));
    }

    private VendorResponse update(RouteCall call) {
        ObjectNode task = task(call);
        set(records, task, checked(call));
        records.touch(task);
        return Answers.record(task);
    }

    private VendorResponse delete(RouteCall call) {
        records.tasks().remove(task(call));
        return Answers.deleted();
    }

    private ObjectNode checked(RouteCall call) {
        ObjectNode input = TASK.body(call.request());
        Problems problems = new Problems();
        if (input.path("end_date")
                        .asString("")
                        .compareTo(input.path("start_date").asString(""))
                < 0) {
            problems.add("end_date", "The end_date must be a date after or equal to start_date.");
        }
        if (input.hasNonNull("pipeline_card_uuid")
                && records.cards()
                        .find(input.path("pipeline_card_uuid").asString(""))
                        .isEmpty()) {
            problems.add("pipeline_card_uuid", "The selected pipeline_card_uuid is invalid.");
        }
        if (input.hasNonNull("owner_user_uuid")
                && records.users()
                        .find(input.path("owner_user_uuid").asString(""))
                        .isEmpty()) {
            problems.add("owner_user_uuid", "The selected owner_user_uuid is invalid.");
        }
        problems.refuse();
        return input;
    }

    private ObjectNode task(RouteCall call) {
        return OctapipeRecords.named(records.tasks(), "Task", call.variable("id"));
    }
}
