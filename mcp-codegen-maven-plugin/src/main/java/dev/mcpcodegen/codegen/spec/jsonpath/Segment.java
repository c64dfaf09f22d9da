package dev.mcpcodegen.codegen.spec.jsonpath;

import java.util.List;

/**
 * A segment of a query.
 *
 * @param descendant {@code ..}: applies to the node and all below it
 */
record Segment(boolean descendant, List<Selector> selectors) {

    boolean singular() {
        return !descendant && selectors.size() == 1 && selectors.get(0).singular();
    }

    void apply(PathNode node, List<PathNode> into, Evaluation evaluation) {
        evaluation.visit();
        for (Selector selector : selectors) {
            selector.apply(node, into, evaluation);
        }
        if (descendant) {
            Selector.forEachChild(node, child -> {
                if (child.value().isContainerNode()) {
                    apply(child, into, evaluation);
                }
            });
        }
    }
}
