package dev.mcpcodegen.codegen.spec.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Logical expression of a filter (RFC 9535, 2.3.5). */
sealed interface Condition {

    boolean holds(PathNode current, Evaluation evaluation);

    /** One of several holds. */
    record Or(List<Condition> conditions) implements Condition {

        @Override
        public boolean holds(PathNode current, Evaluation evaluation) {
            return conditions.stream().anyMatch(c -> c.holds(current, evaluation));
        }
    }

    /** All of several hold. */
    record And(List<Condition> conditions) implements Condition {

        @Override
        public boolean holds(PathNode current, Evaluation evaluation) {
            return conditions.stream().allMatch(c -> c.holds(current, evaluation));
        }
    }

    /** Negation. */
    record Not(Condition condition) implements Condition {

        @Override
        public boolean holds(PathNode current, Evaluation evaluation) {
            return !condition.holds(current, evaluation);
        }
    }

    /** A query selects something. */
    record Exists(Query query) implements Condition {

        @Override
        public boolean holds(PathNode current, Evaluation evaluation) {
            return !query.select(current, evaluation).isEmpty();
        }
    }

    /** {@code match} or {@code search}. */
    record Matches(Operand text, Operand pattern, boolean whole) implements Condition {

        @Override
        public boolean holds(PathNode current, Evaluation evaluation) {
            JsonNode value = text.value(current, evaluation);
            JsonNode expression = pattern.value(current, evaluation);
            return value != null
                    && value.isTextual()
                    && expression != null
                    && expression.isTextual()
                    && IRegexp.matches(expression.textValue(), value.textValue(), whole);
        }
    }

    /** Two values compare. */
    record Comparison(Operand left, Operator operator, Operand right) implements Condition {

        @Override
        public boolean holds(PathNode current, Evaluation evaluation) {
            @Nullable JsonNode a = left.value(current, evaluation);
            @Nullable JsonNode b = right.value(current, evaluation);
            return switch (operator) {
                case EQUAL -> Values.equal(a, b);
                case NOT_EQUAL -> !Values.equal(a, b);
                case LESS -> Values.less(a, b);
                case LESS_OR_EQUAL -> Values.less(a, b) || Values.equal(a, b);
                case GREATER -> Values.less(b, a);
                case GREATER_OR_EQUAL -> Values.less(b, a) || Values.equal(a, b);
            };
        }
    }

    /** Comparison operators; the longer sign comes before its prefix, as the parser tries them in this order. */
    enum Operator {
        EQUAL("=="),
        NOT_EQUAL("!="),
        LESS_OR_EQUAL("<="),
        GREATER_OR_EQUAL(">="),
        LESS("<"),
        GREATER(">");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }
    }
}
