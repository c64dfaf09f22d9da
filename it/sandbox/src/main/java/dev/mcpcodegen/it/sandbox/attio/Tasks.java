package dev.mcpcodegen.it.sandbox.attio;

import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tasks of members. */
final class Tasks {

    private static final int PAGE = 500;
    private static final Fields LIST = Fields.none()
            .optional(Fields.Kind.TEXT, "sort", "linked_object", "assignee")
            .oneOf("sort", "created_at:asc", "created_at:desc")
            .optional(Fields.Kind.ID, "linked_record_id")
            .optional(Fields.Kind.BOOLEAN, "is_completed")
            .paged();
    private static final Fields CREATE = Fields.none()
            .required(Fields.Kind.TEXT, "content", "format")
            .oneOf("format", "plaintext")
            .requiredOrNull(Fields.Kind.MOMENT, "deadline_at")
            .required(Fields.Kind.BOOLEAN, "is_completed")
            .required(Fields.Kind.ARRAY, "linked_records", "assignees");
    private static final Fields UPDATE = Fields.none()
            .optionalOrNull(Fields.Kind.MOMENT, "deadline_at")
            .optional(Fields.Kind.BOOLEAN, "is_completed")
            .optional(Fields.Kind.ARRAY, "linked_records", "assignees");

    private final Workspace workspace;
    private final References references;

    Tasks(Workspace workspace) {
        this.workspace = workspace;
        this.references = new References(workspace);
    }

    void addTo(Routes routes) {
        routes.get("/v2/tasks", this::list)
                .post("/v2/tasks", this::create)
                .get("/v2/tasks/{task_id}", this::get)
                .patch("/v2/tasks/{task_id}", this::update)
                .delete("/v2/tasks/{task_id}", this::delete);
    }

    private VendorResponse list(RouteCall call) {
        ObjectNode query = LIST.query(call, PAGE);
        if (query.has("linked_object") != query.has("linked_record_id")) {
            throw AttioException.form("\"linked_object\" and \"linked_record_id\" go together.");
        }
        List<ObjectNode> found = new ArrayList<>(workspace.tasks().all().stream()
                .filter(task ->
                        !query.has("is_completed") || task.path("is_completed").equals(query.path("is_completed")))
                .filter(task -> !query.has("linked_record_id")
                        || task.path("linked_records")
                                .valueStream()
                                .anyMatch(link -> link.path("target_record_id").equals(query.path("linked_record_id"))))
                .filter(task -> !query.has("assignee")
                        || isAssigned(task, query.path("assignee").asString("")))
                .toList());
        if (query.path("sort").asString("").endsWith(":desc")) {
            Collections.reverse(found);
        }
        return Answers.page(found, query, PAGE);
    }

    private boolean isAssigned(ObjectNode task, String assignee) {
        if (assignee.isEmpty() || assignee.equals("null")) {
            return task.path("assignees").isEmpty();
        }
        Optional<ObjectNode> member = references.member(assignee);
        return task.path("assignees")
                .valueStream()
                .anyMatch(each -> member.filter(each::equals).isPresent());
    }

    private VendorResponse create(RouteCall call) {
        ObjectNode input = CREATE.data(call);
        if (input.path("content").asString("").length() > 2000) {
            throw AttioException.form("\"content\" has more than 2000 characters.");
        }
        ObjectNode task = JsonNodeFactory.instance
                .objectNode()
                .put("content_plaintext", input.path("content").asString(""));
        task.putNull("completed_at");
        change(task, input);
        task.set("created_by_actor", Workspace.token());
        return Answers.data(workspace.tasks().create(task.put("created_at", workspace.now())));
    }

    private VendorResponse update(RouteCall call) {
        ObjectNode task = workspace.tasks().require(call.variable("task_id"));
        change(task, UPDATE.data(call));
        return Answers.data(task);
    }

    private void change(ObjectNode task, ObjectNode input) {
        ObjectNode changes = JsonNodeFactory.instance.objectNode();
        if (input.has("deadline_at")) {
            String deadline = input.path("deadline_at").asString("");
            changes.put(
                    "deadline_at",
                    deadline.isEmpty()
                            ? null
                            : Workspace.text(OffsetDateTime.parse(deadline).toInstant()));
        }
        if (input.has("linked_records")) {
            changes.set("linked_records", links(input.path("linked_records")));
        }
        if (input.has("assignees")) {
            changes.set("assignees", assignees(input.path("assignees")));
        }
        if (input.has("is_completed")) {
            boolean isCompleted = input.path("is_completed").asBoolean(false);
            changes.put("is_completed", isCompleted).put("completed_at", isCompleted ? workspace.now() : null);
        }
        task.setAll(changes);
    }

    private ArrayNode links(JsonNode given) {
        ArrayNode links = JsonNodeFactory.instance.arrayNode();
        for (JsonNode each : given) {
            Optional<Holder> record =
                    each instanceof ObjectNode link ? references.named(link) : references.named(each.asString(""));
            Holder found =
                    record.orElseThrow(() -> AttioException.notFound("Linked record " + each + " does not exist."));
            // Written as target_object, read as target_object_id.
            links.addObject().put("target_object_id", found.owner().id()).put("target_record_id", found.id());
        }
        return links;
    }

    private ArrayNode assignees(JsonNode given) {
        ArrayNode assignees = JsonNodeFactory.instance.arrayNode();
        for (JsonNode each : given) {
            String named = each.path("workspace_member_email_address")
                    .asString(each.path("referenced_actor_id").asString(""));
            assignees.add(references
                    .member(named)
                    .orElseThrow(() -> AttioException.notFound("Assignee " + each + " does not exist.")));
        }
        return assignees;
    }

    private VendorResponse get(RouteCall call) {
        Fields.noQuery(call);
        return Answers.data(workspace.tasks().require(call.variable("task_id")));
    }

    private VendorResponse delete(RouteCall call) {
        Fields.noQuery(call);
        workspace.tasks().require(call.variable("task_id"));
        workspace.tasks().remove(call.variable("task_id"));
        return Answers.nothing();
    }
}
