package dev.mcpcodegen.codegen.spec.jsonpath;

import java.util.ArrayList;
import java.util.List;

/**
 * A query or the part of a filter that is one.
 *
 * @param fromRoot begins with {@code $} rather than {@code @}
 */
record Query(boolean fromRoot, List<Segment> segments) {

    /** RFC 9535, 2.3.5.1: selects at most one node whatever the document. */
    boolean singular() {
        return segments.stream().allMatch(Segment::singular);
    }

    List<PathNode> select(PathNode current, Evaluation evaluation) {
        List<PathNode> nodes = List.of(fromRoot ? PathNode.root(evaluation.root()) : current);
        for (Segment segment : segments) {
            List<PathNode> next = new ArrayList<>();
            for (PathNode node : nodes) {
                segment.apply(node, next, evaluation);
            }
            nodes = next;
        }
        return nodes;
    }
}
