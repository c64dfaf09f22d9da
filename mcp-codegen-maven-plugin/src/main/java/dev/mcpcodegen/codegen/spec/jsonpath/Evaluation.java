package dev.mcpcodegen.codegen.spec.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serial;
import java.util.List;

/** One evaluation: the root for {@code $} in filters, and a budget, because {@code $..*..*..*} grows without bound. */
final class Evaluation {

    static final int MAX_VISITS = 5_000_000;

    static final int MAX_NODES = 1_000_000;

    private final JsonNode root;
    private int visits;

    Evaluation(JsonNode root) {
        this.root = root;
    }

    JsonNode root() {
        return root;
    }

    void visit() {
        if (++visits > MAX_VISITS) {
            throw new TooMuchException();
        }
    }

    /** Adds a node to what a segment selects. */
    void keep(PathNode node, List<PathNode> into) {
        if (into.size() == MAX_NODES) {
            throw new TooMuchException();
        }
        into.add(node);
    }

    /** Unwinds from any depth of selectors; {@link JsonPath#select} turns it into the checked one. */
    static final class TooMuchException extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;
    }
}
