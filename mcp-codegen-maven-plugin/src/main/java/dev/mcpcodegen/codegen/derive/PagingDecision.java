package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.model.PagingModel;
import org.jspecify.annotations.Nullable;

/**
 * Whether and how a tool pages.
 *
 * @param note why a list does not; empty when there is nothing to say
 */
record PagingDecision(@Nullable PagingModel paging, String note) {

    /** No list, and so nothing to explain. */
    static final PagingDecision NONE = new PagingDecision(null, "");

    static PagingDecision of(PagingModel paging) {
        return new PagingDecision(paging, "");
    }

    static PagingDecision because(String note) {
        return new PagingDecision(null, note);
    }
}
