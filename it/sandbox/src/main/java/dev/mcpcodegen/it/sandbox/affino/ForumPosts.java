package dev.mcpcodegen.it.sandbox.affino;

import dev.mcpcodegen.it.sandbox.vendor.RefusedException;
import dev.mcpcodegen.it.sandbox.vendor.Shape;
import dev.mcpcodegen.it.sandbox.vendor.ValueType;
import tools.jackson.databind.node.ObjectNode;

/** The posts of a thread. A locked one takes no more; who wrote a post may change it, and who moderates the forum. */
final class ForumPosts extends Family {

    static final String CODE = "ForumPostCode";

    private static final Shape TEXT = Answers.shape().required("Body", ValueType.TEXT);

    ForumPosts(AffinoRecords records) {
        super(records, "/threads/{" + ForumThreads.CODE + "}/posts", CODE);
    }

    @Override
    Shape filters() {
        return Answers.shape();
    }

    @Override
    Shape creation() {
        return TEXT;
    }

    @Override
    Shape change() {
        return TEXT;
    }

    @Override
    void complete(ObjectNode created) {
        if (thread(created).path(MODERATION_STATE).path("Locked").asBoolean(false)) {
            throw new RefusedException(403, "The thread is locked.");
        }
        ForumThreads.sign(records(), created);
    }

    @Override
    void requireRight(ObjectNode stored) {
        if (!Forums.isModerator(records(), thread(stored).path(Forums.CODE).asString(""))) {
            requireAuthor(stored);
        }
    }

    private ObjectNode thread(ObjectNode post) {
        return records().find(ForumThreads.CODE, post.path(ForumThreads.CODE).asString(""));
    }
}
