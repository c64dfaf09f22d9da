package dev.mcpcodegen.it.sandbox.affino;

import dev.mcpcodegen.it.sandbox.vendor.RefusedException;
import dev.mcpcodegen.it.sandbox.vendor.Shape;
import dev.mcpcodegen.it.sandbox.vendor.ValueType;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Things to do; they start as pending. */
final class Tasks extends ScopedFamily {

    private static final List<String> STATES = List.of("pending", "in_progress", "completed", "cancelled");
    private static final Shape CREATION = scoped(Answers.shape()
                    .required("Title", ValueType.TEXT)
                    .optional("DueDate", ValueType.DATE_TIME)
                    .optional("OwnerUserCode", ValueType.TEXT))
            .optional("Description", ValueType.TEXT);
    private static final Shape CHANGE = scoped(Answers.shape()
                    .optional("Title", ValueType.TEXT)
                    .optional("DueDate", ValueType.DATE_TIME)
                    .optional("OwnerUserCode", ValueType.TEXT))
            .optional("Status", ValueType.TEXT);

    Tasks(AffinoRecords records) {
        super(records, "/tasks", "AppUserTaskCode");
    }

    @Override
    Shape filters() {
        return super.filters().optional("Status", ValueType.TEXT);
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
        created.put("Status", STATES.get(0));
        if (!created.has("OwnerUserCode")) {
            created.put("OwnerUserCode", records().actor().code());
        }
    }

    @Override
    void requireChange(ObjectNode input) {
        if (input.has("Status") && !STATES.contains(input.path("Status").asString(""))) {
            throw new RefusedException(400, "Status must be one of " + String.join(", ", STATES) + ".");
        }
    }
}
