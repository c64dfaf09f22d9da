package dev.mcpcodegen.it.sandbox.attio;

import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Comments on records and entries, and the threads that they make. */
final class Comments {

    private static final Fields LIST = Fields.none()
            .optional(Fields.Kind.ID, "record_id", "entry_id")
            .optional(Fields.Kind.TEXT, "object", "list")
            .paged();
    private static final Fields CREATE = Fields.none()
            .required(Fields.Kind.TEXT, "format", "content")
            .oneOf("format", "plaintext")
            .required(Fields.Kind.OBJECT, "author")
            .optional(Fields.Kind.MOMENT, "created_at")
            .optional(Fields.Kind.ID, "thread_id")
            .optional(Fields.Kind.OBJECT, "record", "entry");
    private static final Fields AUTHOR = Fields.none()
            .required(Fields.Kind.TEXT, "type")
            .oneOf("type", "workspace-member")
            .required(Fields.Kind.ID, "id");
    private static final Fields RECORD =
            Fields.none().required(Fields.Kind.TEXT, "object").required(Fields.Kind.ID, "record_id");
    private static final Fields ENTRY =
            Fields.none().required(Fields.Kind.TEXT, "list").required(Fields.Kind.ID, "entry_id");

    private final Workspace workspace;

    Comments(Workspace workspace) {
        this.workspace = workspace;
    }

    void addTo(Routes routes) {
        routes.post("/v2/comments", this::create)
                .get("/v2/comments/{comment_id}", this::get)
                .delete("/v2/comments/{comment_id}", this::delete)
                .get("/v2/threads", this::threads)
                .get("/v2/threads/{thread_id}", this::thread);
    }

    private VendorResponse create(RouteCall call) {
        ObjectNode input = CREATE.data(call);
        long targets =
                Stream.of("thread_id", "record", "entry").filter(input::has).count();
        if (targets != 1) {
            throw AttioException.form("Exactly one of \"thread_id\", \"record\" and \"entry\" must be sent.");
        }
        ObjectNode author = AUTHOR.within(input.path("author"), "author");
        workspace.requireMember(author.path("id").asString(""));
        ObjectNode comment = JsonNodeFactory.instance.objectNode();
        String thread = target(input, comment);
        comment.put("thread_id", thread)
                .put("content_plaintext", input.path("content").asString(""))
                .putNull("resolved_at");
        comment.putObject("resolved_by").putNull("id").putNull("type");
        String moment = input.path("created_at").asString("");
        comment.put(
                "created_at",
                moment.isEmpty()
                        ? workspace.now()
                        : Workspace.text(OffsetDateTime.parse(moment).toInstant()));
        comment.set("author", author);
        return Answers.data(workspace.comments().create(comment));
    }

    /** Says in the comment what it is about, and returns its thread, a new one unless it is a reply. */
    private String target(ObjectNode input, ObjectNode comment) {
        if (input.has("thread_id")) {
            String thread = input.path("thread_id").asString("");
            ObjectNode first = comments(thread).stream()
                    .findFirst()
                    .orElseThrow(() -> AttioException.invalid("value_not_found", "The thread does not exist."));
            comment.set("entry", first.path("entry").deepCopy());
            comment.set("record", first.path("record").deepCopy());
            return thread;
        }
        Holder record;
        comment.putNull("entry");
        if (input.has("entry")) {
            ObjectNode named = ENTRY.within(input.path("entry"), "entry");
            Holder entry = workspace.requireEntry(
                    named.path("list").asString(""), named.path("entry_id").asString(""));
            comment.putObject("entry")
                    .put("entry_id", entry.id())
                    .put("list_id", entry.owner().id());
            Holder parent = entry.parent();
            record = parent == null ? entry : parent;
        } else {
            ObjectNode named = RECORD.within(input.path("record"), "record");
            record = workspace.requireRecord(
                    named.path("object").asString(""), named.path("record_id").asString(""));
        }
        comment.putObject("record")
                .put("record_id", record.id())
                .put("object_id", record.owner().id());
        ObjectNode thread = JsonNodeFactory.instance.objectNode().put("created_at", workspace.now());
        return workspace.threads().idOf(workspace.threads().create(thread));
    }

    private List<ObjectNode> comments(String thread) {
        return workspace.comments().all().stream()
                .filter(comment -> comment.path("thread_id").asString("").equals(thread))
                .toList();
    }

    private VendorResponse get(RouteCall call) {
        Fields.noQuery(call);
        return Answers.data(workspace.comments().require(call.variable("comment_id")));
    }

    /** The first comment takes its whole thread along. */
    private VendorResponse delete(RouteCall call) {
        Fields.noQuery(call);
        ObjectNode comment = workspace.comments().require(call.variable("comment_id"));
        String thread = comment.path("thread_id").asString("");
        List<ObjectNode> gone = comments(thread);
        if (gone.get(0).equals(comment)) {
            workspace.threads().remove(thread);
        } else {
            gone = List.of(comment);
        }
        gone.forEach(each -> workspace.comments().remove(workspace.comments().idOf(each)));
        return Answers.nothing();
    }

    private VendorResponse threads(RouteCall call) {
        ObjectNode query = LIST.query(call, 50);
        if (query.has("record_id") != query.has("object") || query.has("entry_id") != query.has("list")) {
            throw AttioException.form("Send \"object\" with \"record_id\", or \"list\" with \"entry_id\".");
        }
        List<ObjectNode> found = workspace.threads().all().stream()
                .map(this::view)
                .filter(thread -> isAbout(thread, query))
                .toList();
        return Answers.page(found, query, 10);
    }

    private static boolean isAbout(ObjectNode thread, ObjectNode query) {
        boolean isAboutRecord = !query.has("record_id")
                || thread.at("/comments/0/record/record_id").equals(query.path("record_id"));
        boolean isAboutEntry = !query.has("entry_id")
                || thread.at("/comments/0/entry/entry_id").equals(query.path("entry_id"));
        return isAboutRecord && isAboutEntry;
    }

    private VendorResponse thread(RouteCall call) {
        Fields.noQuery(call);
        return Answers.data(view(workspace.threads().require(call.variable("thread_id"))));
    }

    private ObjectNode view(ObjectNode thread) {
        ObjectNode view = thread.deepCopy();
        ArrayNode shown = view.putArray("comments");
        comments(workspace.threads().idOf(thread)).forEach(shown::add);
        return view;
    }
}
