package dev.mcpcodegen.it.sandbox.affino;

import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.Shape;
import dev.mcpcodegen.it.sandbox.vendor.ValueType;
import tools.jackson.databind.node.ObjectNode;

/** What readers say about an article. Only who wrote a comment, or an administrator, may delete it. */
final class ArticleComments extends Family {

    private static final String LIST = Articles.LIST + "/{" + Articles.CODE + "}/comments";

    ArticleComments(AffinoRecords records) {
        super(records, LIST, "CommentCode");
    }

    /** There is no reading of one comment, and no changing. */
    @Override
    void addTo(Routes routes) {
        routes.get(LIST, this::list).post(LIST, this::create).delete(LIST + "/{id}", this::delete);
    }

    @Override
    Shape filters() {
        return Answers.shape();
    }

    @Override
    Shape creation() {
        return Answers.shape().required("Body", ValueType.TEXT);
    }

    @Override
    Shape change() {
        return Answers.shape();
    }

    @Override
    void complete(ObjectNode created) {
        created.put(AUTHOR, records().actor().code());
    }

    @Override
    void requireRight(ObjectNode stored) {
        requireAuthor(stored);
    }

    @Override
    void decorate(ObjectNode view, ObjectNode stored) {
        view.remove(AUTHOR);
        view.remove(Articles.CODE);
    }
}
