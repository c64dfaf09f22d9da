package dev.mcpcodegen.runtime.fields;

import dev.mcpcodegen.runtime.access.Grant;
import dev.mcpcodegen.runtime.access.Subject;
import java.util.Map;

/**
 * Whose fields. What one account, or one person with a session of their own, was shown is never another's.
 *
 * @param person empty for callers that use what the account has
 * @param set the field set, by its name
 * @param owner the arguments on which the fields depend
 * @param part what is kept of it
 */
record FieldKey(String tenant, String account, String person, String set, Map<String, String> owner, Part part) {

    /** What is read at a time. */
    enum Part {
        OWNERS,
        FIELDS,
        FIELDS_WITH_OPTIONS
    }

    static FieldKey of(Grant grant, FieldSet set, Map<String, String> owner, Part part) {
        String person = grant.subject() instanceof Subject.Person someone ? someone.id() : "";
        return new FieldKey(
                grant.account().tenant(), grant.account().id(), person, set.name(), Map.copyOf(owner), part);
    }
}
