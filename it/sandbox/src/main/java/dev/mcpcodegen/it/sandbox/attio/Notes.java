package dev.mcpcodegen.it.sandbox.attio;

import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Notes about records. */
final class Notes {

    private static final Fields LIST = Fields.none()
            .optional(Fields.Kind.TEXT, "parent_object")
            .optional(Fields.Kind.ID, "parent_record_id")
            .paged();
    private static final Fields CREATE = Fields.none()
            .required(Fields.Kind.TEXT, "parent_object", "title", "content", "format")
            .oneOf("format", "plaintext", "markdown")
            .required(Fields.Kind.ID, "parent_record_id")
            .optional(Fields.Kind.MOMENT, "created_at")
            .optionalOrNull(Fields.Kind.ID, "meeting_id");

    private final Workspace workspace;

    Notes(Workspace workspace) {
        this.workspace = workspace;
    }

    void addTo(Routes routes) {
        routes.get("/v2/notes", this::list)
                .post("/v2/notes", this::create)
                .get("/v2/notes/{note_id}", this::get)
                .delete("/v2/notes/{note_id}", this::delete);
    }

    /** Assumes that both parts of the parent belong together, and the order in which notes were made. */
    private VendorResponse list(RouteCall call) {
        ObjectNode query = LIST.query(call, 50);
        if (query.has("parent_object") != query.has("parent_record_id")) {
            throw AttioException.form("\"parent_object\" and \"parent_record_id\" go together.");
        }
        List<ObjectNode> found = workspace.notes().all();
        if (query.has("parent_record_id")) {
            String record = workspace
                    .requireRecord(
                            query.path("parent_object").asString(""),
                            query.path("parent_record_id").asString(""))
                    .id();
            found = found.stream()
                    .filter(note -> note.path("parent_record_id").asString("").equals(record))
                    .toList();
        }
        return Answers.page(found, query, 10);
    }

    private VendorResponse create(RouteCall call) {
        ObjectNode input = CREATE.data(call);
        Holder record = workspace.requireRecord(
                input.path("parent_object").asString(""),
                input.path("parent_record_id").asString(""));
        String createdAt = workspace.now();
        if (input.has("created_at")) {
            Instant moment =
                    OffsetDateTime.parse(input.path("created_at").asString("")).toInstant();
            if (moment.isAfter(workspace.instant()) || moment.isBefore(Instant.EPOCH)) {
                throw AttioException.form("\"created_at\" must be between 1970 and now.");
            }
            createdAt = Workspace.text(moment);
        }
        return Answers.data(add(workspace, record, input, createdAt));
    }

    /** Stores a note; its text is shown plain and as Markdown. */
    static ObjectNode add(Workspace workspace, Holder record, ObjectNode input, String createdAt) {
        String content = input.path("content").asString("");
        ObjectNode note = JsonNodeFactory.instance
                .objectNode()
                .put("parent_object", record.owner().slug())
                .put("parent_record_id", record.id())
                .put("title", input.path("title").asString(""));
        note.set("meeting_id", input.path("meeting_id").deepCopy());
        if (!input.has("meeting_id")) {
            note.putNull("meeting_id");
        }
        note.put("content_plaintext", content.replaceAll("[*_#~`]+ ?", "")).put("content_markdown", content);
        note.putArray("tags");
        note.set("created_by_actor", Workspace.token());
        return workspace.notes().create(note.put("created_at", createdAt));
    }

    private VendorResponse get(RouteCall call) {
        Fields.noQuery(call);
        return Answers.data(workspace.notes().require(call.variable("note_id")));
    }

    private VendorResponse delete(RouteCall call) {
        Fields.noQuery(call);
        workspace.notes().require(call.variable("note_id"));
        workspace.notes().remove(call.variable("note_id"));
        return Answers.nothing();
    }
}
