package dev.mcpcodegen.it.sandbox.affino;

import dev.mcpcodegen.it.sandbox.vendor.Shape;
import dev.mcpcodegen.it.sandbox.vendor.ValueType;
import tools.jackson.databind.node.ObjectNode;

/** Texts, signed by who wrote them. */
final class Notes extends ScopedFamily {

    private static final Shape CREATION =
            scoped(Answers.shape().required("Body", ValueType.TEXT).optional("Subject", ValueType.TEXT));
    private static final Shape CHANGE =
            Answers.shape().optional("Body", ValueType.TEXT).optional("Subject", ValueType.TEXT);

    Notes(AffinoRecords records) {
        super(records, "/notes", "NoteCode");
    }

    @Override
    Shape creation() {
        return CREATION;
    }

    @Override
    Shape change() {
        return CHANGE;
    }

    @Override
    void complete(ObjectNode created) {
        super.complete(created);
        created.put("AuthorUserCode", records().actor().code())
                .put("CreatedDate", records().now());
    }
}
