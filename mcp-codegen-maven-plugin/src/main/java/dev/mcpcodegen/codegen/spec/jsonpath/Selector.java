package dev.mcpcodegen.codegen.spec.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Selects children of a node (RFC 9535, 2.3). */
sealed interface Selector {

    void apply(PathNode node, List<PathNode> into, Evaluation evaluation);

    default boolean singular() {
        return false;
    }

    static void forEachChild(PathNode node, Consumer<PathNode> action) {
        JsonNode value = node.value();
        if (value.isObject()) {
            value.properties().forEach(member -> action.accept(node.child(member.getKey(), member.getValue())));
        } else {
            for (int i = 0; i < value.size(); i++) {
                action.accept(element(node, i));
            }
        }
    }

    private static PathNode element(PathNode node, long index) {
        return node.child(Long.toString(index), node.value().get((int) index));
    }

    /** Member of an object. */
    record Name(String name) implements Selector {

        @Override
        public void apply(PathNode node, List<PathNode> into, Evaluation evaluation) {
            JsonNode member = node.value().isObject() ? node.value().get(name) : null;
            if (member != null) {
                evaluation.keep(node.child(name, member), into);
            }
        }

        @Override
        public boolean singular() {
            return true;
        }
    }

    /** Element of an array; a negative index counts from the end. */
    record Index(long index) implements Selector {

        @Override
        public void apply(PathNode node, List<PathNode> into, Evaluation evaluation) {
            long size = node.value().size();
            long at = index < 0 ? size + index : index;
            if (node.value().isArray() && at >= 0 && at < size) {
                evaluation.keep(element(node, at), into);
            }
        }

        @Override
        public boolean singular() {
            return true;
        }
    }

    /** All members or elements. */
    record Wildcard() implements Selector {

        @Override
        public void apply(PathNode node, List<PathNode> into, Evaluation evaluation) {
            forEachChild(node, child -> {
                evaluation.visit();
                evaluation.keep(child, into);
            });
        }
    }

    /** Range of an array (RFC 9535, 2.3.4.2.2); bounds are null where they are left out. */
    record Slice(@Nullable Long start, @Nullable Long end, long step) implements Selector {

        @Override
        public void apply(PathNode node, List<PathNode> into, Evaluation evaluation) {
            if (!node.value().isArray() || step == 0) {
                return;
            }
            long size = node.value().size();
            if (step > 0) {
                long from = clamp(normalized(start, 0, size), 0, size);
                long to = clamp(normalized(end, size, size), 0, size);
                for (long i = from; i < to; i += step) {
                    evaluation.visit();
                    evaluation.keep(element(node, i), into);
                }
            } else {
                long from = clamp(normalized(start, size - 1, size), -1, size - 1);
                long to = end == null ? -1 : clamp(normalized(end, 0, size), -1, size - 1);
                for (long i = from; i > to; i += step) {
                    evaluation.visit();
                    evaluation.keep(element(node, i), into);
                }
            }
        }

        private static long normalized(@Nullable Long bound, long otherwise, long size) {
            if (bound == null) {
                return otherwise;
            }
            return bound >= 0 ? bound : size + bound;
        }

        private static long clamp(long value, long low, long high) {
            return Math.min(Math.max(value, low), high);
        }
    }

    /** Members or elements for which an expression holds. */
    record Filter(Condition condition) implements Selector {

        @Override
        public void apply(PathNode node, List<PathNode> into, Evaluation evaluation) {
            forEachChild(node, child -> {
                evaluation.visit();
                if (condition.holds(child, evaluation)) {
                    evaluation.keep(child, into);
                }
            });
        }
    }
}
