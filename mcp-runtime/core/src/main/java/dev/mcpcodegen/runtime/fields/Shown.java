package dev.mcpcodegen.runtime.fields;

import java.util.List;

/** What is known of an argument's fields when its tool is listed. */
sealed interface Shown {

    /** The fields that every call means. */
    record One(AccountFields fields) implements Shown {}

    /**
     * The fields of those whom a call may name.
     *
     * @param more how many others there are
     */
    record Several(List<OwnerFields> owners, int more) implements Shown {}

    /** Nothing, because the vendor could not be asked. */
    record Unread() implements Shown {}

    /** Nothing, because only a call says whose fields it means. */
    record Depending() implements Shown {}

    /** The fields of one whom a call may name. */
    record OwnerFields(String title, AccountFields fields) {}
}
