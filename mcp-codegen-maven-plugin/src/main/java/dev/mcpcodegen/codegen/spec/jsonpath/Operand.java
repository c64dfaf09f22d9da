package dev.mcpcodegen.codegen.spec.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be compared or be an argument of type ValueType (RFC 9535, 2.4.1). */
sealed interface Operand {

    /** Value; null stands for the special result Nothing. */
    @Nullable
    JsonNode value(PathNode current, Evaluation evaluation);

    /** Literal. */
    record Literal(JsonNode literal) implements Operand {

        @Override
        public JsonNode value(PathNode current, Evaluation evaluation) {
            return literal;
        }
    }

    /** The one node of a query: of a singular one, or by {@code value()} of any. */
    record Single(Query query) implements Operand {

        @Override
        public @Nullable JsonNode value(PathNode current, Evaluation evaluation) {
            List<PathNode> nodes = query.select(current, evaluation);
            return nodes.size() == 1 ? nodes.get(0).value() : null;
        }
    }

    /** {@code count()}. */
    record Count(Query query) implements Operand {

        @Override
        public JsonNode value(PathNode current, Evaluation evaluation) {
            return IntNode.valueOf(query.select(current, evaluation).size());
        }
    }

    /** {@code length()}: characters of a text, elements of an array, members of an object. */
    record Length(Operand of) implements Operand {

        @Override
        public @Nullable JsonNode value(PathNode current, Evaluation evaluation) {
            JsonNode value = of.value(current, evaluation);
            if (value == null) {
                return null;
            }
            if (value.isTextual()) {
                String text = value.textValue();
                return IntNode.valueOf(text.codePointCount(0, text.length()));
            }
            return value.isContainerNode() ? IntNode.valueOf(value.size()) : null;
        }
    }
}
