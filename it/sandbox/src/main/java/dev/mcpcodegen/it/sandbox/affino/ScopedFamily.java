package dev.mcpcodegen.it.sandbox.affino;

import dev.mcpcodegen.it.sandbox.vendor.RefusedException;
import dev.mcpcodegen.it.sandbox.vendor.Shape;
import dev.mcpcodegen.it.sandbox.vendor.ValueType;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What is about one account, contact or deal. */
abstract class ScopedFamily extends Family {

    private static final List<String> SCOPES = List.of("AccountCode", "UserCode", "OpportunityCode");

    ScopedFamily(AffinoRecords records, String path, String codeName) {
        super(records, path, codeName);
    }

    /** Adds what a record can be about. */
    static Shape scoped(Shape shape) {
        Shape scoped = shape;
        for (String scope : SCOPES) {
            scoped = scoped.optional(scope, ValueType.TEXT);
        }
        return scoped;
    }

    @Override
    Shape filters() {
        return scoped(Answers.shape().optional("Keyword", ValueType.TEXT));
    }

    @Override
    void complete(ObjectNode created) {
        if (SCOPES.stream().noneMatch(created::has)) {
            throw new RefusedException(400, "One of " + String.join(", ", SCOPES) + " is required.");
        }
    }

    /** Shows what the record is about as an object of its own, by name. */
    @Override
    void decorate(ObjectNode view, ObjectNode stored) {
        view.remove(SCOPES);
        ObjectNode scope = view.putObject("Scope");
        for (String codeName : SCOPES) {
            String code = stored.path(codeName).asString("");
            records()
                    .named(codeName)
                    .find(code)
                    .ifPresent(found -> scope.put(codeName, code).put("Title", title(found)));
        }
    }

    /** Accounts have names, deals titles, and people two names. */
    private static String title(ObjectNode found) {
        String person = found.path("FirstName").asString("") + " "
                + found.path("LastName").asString("");
        return found.path("Name").asString(found.path("Title").asString(person.strip()));
    }
}
