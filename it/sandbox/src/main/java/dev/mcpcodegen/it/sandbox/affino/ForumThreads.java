package dev.mcpcodegen.it.sandbox.affino;

import dev.mcpcodegen.it.sandbox.vendor.RefusedException;
import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.Shape;
import dev.mcpcodegen.it.sandbox.vendor.ValueType;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The threads of a forum. Who opened one may change it, and who moderates the forum; only the latter moderates. */
final class ForumThreads extends Family {

    static final String CODE = "ForumThreadCode";

    private static final String LIST = "/forums/{" + Forums.CODE + "}/threads";
    private static final Shape MODERATION =
            Answers.shape().required("Action", ValueType.TEXT).optional("Reason", ValueType.TEXT);

    ForumThreads(AffinoRecords records) {
        super(records, LIST, CODE);
    }

    @Override
    void addTo(Routes routes) {
        super.addTo(routes);
        routes.post(LIST + "/{id}/moderate", this::moderate);
    }

    @Override
    Shape filters() {
        return Answers.shape();
    }

    @Override
    Shape creation() {
        return Answers.shape().required("Title", ValueType.TEXT).required("Body", ValueType.TEXT);
    }

    @Override
    Shape change() {
        return Answers.shape().optional("Title", ValueType.TEXT);
    }

    @Override
    void complete(ObjectNode created) {
        sign(records(), created);
    }

    /** The text that came with a new thread becomes its first post. */
    @Override
    void created(ObjectNode stored) {
        ObjectNode post = JsonNodeFactory.instance.objectNode().put(CODE, AffinoRecords.code(stored));
        post.set("Body", stored.remove("Body"));
        sign(records(), post);
        records().named(ForumPosts.CODE).create(post);
    }

    /** Adds who wrote it and when, and that nobody has moderated it yet. */
    static void sign(AffinoRecords records, ObjectNode created) {
        created.put(AUTHOR, records.actor().code()).put("CreatedDate", records.now());
        created.set(MODERATION_STATE, unmoderated());
    }

    /** Returns the state of what nobody has moderated yet. */
    static ObjectNode unmoderated() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("Approved", true)
                .put("Hidden", false)
                .put("Locked", false)
                .put("Pinned", false);
    }

    @Override
    void requireRight(ObjectNode stored) {
        if (!Forums.isModerator(records(), stored.path(Forums.CODE).asString(""))) {
            requireAuthor(stored);
        }
    }

    @Override
    void deleted(ObjectNode stored) {
        String thread = AffinoRecords.code(stored);
        records()
                .named(ForumPosts.CODE)
                .removeIf(post -> post.path(CODE).asString("").equals(thread));
    }

    private VendorResponse moderate(RouteCall call) {
        ObjectNode thread = stored(call);
        if (!Forums.isModerator(records(), call.variable(Forums.CODE))) {
            throw new RefusedException(403, records().actor().name() + " does not moderate this forum.");
        }
        ObjectNode input = call.body(MODERATION);
        ObjectNode state = thread.withObject("/" + MODERATION_STATE);
        String action = input.path("Action").asString("");
        switch (action) {
            case "approve" -> state.put("Approved", true).put("Hidden", false);
            case "hide" -> state.put("Hidden", true);
            case "lock" -> state.put("Locked", true);
            case "unlock" -> state.put("Locked", false);
            case "pin" -> state.put("Pinned", true);
            case "unpin" -> state.put("Pinned", false);
            default -> throw new RefusedException(400, "Action " + action + " is not known.");
        }
        if (input.has("Reason")) {
            state.set("Reason", input.path("Reason"));
        }
        return answer(thread);
    }
}
