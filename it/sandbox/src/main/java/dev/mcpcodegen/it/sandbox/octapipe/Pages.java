package dev.mcpcodegen.it.sandbox.octapipe;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The vendor's paging: a page number from 1, 15 items a page, and no page size to choose. */
final class Pages {

    static final int SIZE = 15;

    private static final String PAGE = "page";

    private Pages() {}

    /** Returns rules with the paging parameter added. */
    static Rules parameters(Rules rules) {
        return rules.optional(PAGE, InputKind.INTEGER);
    }

    /** Cuts out the page that the query asks for; empty after the last one. */
    static List<ObjectNode> cut(List<ObjectNode> matches, ObjectNode query) {
        int page = query.path(PAGE).asInt(1);
        if (page < 1) {
            throw new InvalidInputException(PAGE, "The page must be at least 1.");
        }
        int from = (int) Math.min((page - 1L) * SIZE, matches.size());
        return matches.subList(from, Math.min(from + SIZE, matches.size()));
    }
}
