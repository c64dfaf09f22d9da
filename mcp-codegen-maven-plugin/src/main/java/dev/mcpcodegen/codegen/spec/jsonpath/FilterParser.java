package dev.mcpcodegen.codegen.spec.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Filter expressions, with the well-typedness of functions (RFC 9535, 2.4.3). */
final class FilterParser {

    private static final int MAX_DEPTH = 50;

    private final Cursor cursor;
    private final LiteralParser literals;
    private final QueryParser queries;
    private int depth;

    FilterParser(Cursor cursor, LiteralParser literals, QueryParser queries) {
        this.cursor = cursor;
        this.literals = literals;
        this.queries = queries;
    }

    Condition condition() throws JsonPathException {
        if (++depth > MAX_DEPTH) {
            throw cursor.fault("Filters are nested too deeply");
        }
        List<Condition> alternatives = new ArrayList<>();
        do {
            cursor.blanks();
            alternatives.add(conjunction());
        } while (takeAfterBlanks("||"));
        depth--;
        return alternatives.size() == 1 ? alternatives.get(0) : new Condition.Or(alternatives);
    }

    private Condition conjunction() throws JsonPathException {
        List<Condition> parts = new ArrayList<>();
        do {
            cursor.blanks();
            parts.add(basic());
        } while (takeAfterBlanks("&&"));
        return parts.size() == 1 ? parts.get(0) : new Condition.And(parts);
    }

    private boolean takeAfterBlanks(String sign) {
        int mark = cursor.mark();
        cursor.blanks();
        if (cursor.take(sign)) {
            return true;
        }
        cursor.reset(mark);
        return false;
    }

    private Condition basic() throws JsonPathException {
        if (cursor.take("!")) {
            cursor.blanks();
            return new Condition.Not(cursor.at("(") ? parenthesized() : test());
        }
        return cursor.at("(") ? parenthesized() : comparisonOrTest();
    }

    private Condition parenthesized() throws JsonPathException {
        cursor.expect("(");
        Condition inner = condition();
        cursor.blanks();
        cursor.expect(")");
        return inner;
    }

    private Condition test() throws JsonPathException {
        if (atQuery()) {
            return new Condition.Exists(queries.embedded());
        }
        Function function = function();
        if (function.condition() == null) {
            throw cursor.fault("The function's result is a value and must be compared");
        }
        return function.condition();
    }

    private Condition comparisonOrTest() throws JsonPathException {
        int mark = cursor.mark();
        JsonNode literal = literals.literal();
        if (literal != null) {
            return comparison(new Operand.Literal(literal), required(operator()));
        }
        if (atQuery()) {
            Query query = queries.embedded();
            Condition.Operator operator = operator();
            return operator == null ? new Condition.Exists(query) : comparison(singular(query), operator);
        }
        Function function = function();
        Condition.Operator operator = operator();
        if (operator == null) {
            cursor.reset(mark);
            return test();
        }
        return comparison(value(function), operator);
    }

    private Condition comparison(Operand left, Condition.Operator operator) throws JsonPathException {
        cursor.blanks();
        return new Condition.Comparison(left, operator, operand());
    }

    private Condition.@Nullable Operator operator() {
        for (Condition.Operator operator : Condition.Operator.values()) {
            if (takeAfterBlanks(operator.sign())) {
                return operator;
            }
        }
        return null;
    }

    private Condition.Operator required(Condition.@Nullable Operator operator) throws JsonPathException {
        if (operator == null) {
            throw cursor.fault("A literal must be compared with something");
        }
        return operator;
    }

    private Operand operand() throws JsonPathException {
        JsonNode literal = literals.literal();
        if (literal != null) {
            return new Operand.Literal(literal);
        }
        return atQuery() ? singular(queries.embedded()) : value(function());
    }

    private Operand singular(Query query) throws JsonPathException {
        if (!query.singular()) {
            throw cursor.fault("A query that may select several nodes is used as a value");
        }
        return new Operand.Single(query);
    }

    private Operand value(Function function) throws JsonPathException {
        if (function.operand() == null) {
            throw cursor.fault("The function's result is no value");
        }
        return function.operand();
    }

    private boolean atQuery() {
        return cursor.at("$") || cursor.at("@");
    }

    /** A parsed function call: a value or a condition, never both. */
    private record Function(
            @Nullable Operand operand, @Nullable Condition condition) {}

    private Function function() throws JsonPathException {
        if (++depth > MAX_DEPTH) {
            throw cursor.fault("Functions are nested too deeply");
        }
        String name = functionName();
        cursor.expect("(");
        cursor.blanks();
        Function function = switch (name) {
            case "length" -> new Function(new Operand.Length(operand()), null);
            case "count" -> new Function(new Operand.Count(nodes()), null);
            case "value" -> new Function(new Operand.Single(nodes()), null);
            case "match" -> new Function(null, matches(true));
            case "search" -> new Function(null, matches(false));
            default -> throw cursor.fault("Unknown function \"" + name + "\"");
        };
        cursor.blanks();
        cursor.expect(")");
        depth--;
        return function;
    }

    private String functionName() throws JsonPathException {
        int mark = cursor.mark();
        if (!LiteralParser.isLowerCase(cursor.peek())) {
            throw cursor.fault("Expected a query, a function or a literal");
        }
        while (LiteralParser.isLowerCase(cursor.peek())
                || LiteralParser.isDigit(cursor.peek())
                || cursor.peek() == '_') {
            cursor.next();
        }
        return cursor.since(mark);
    }

    private Query nodes() throws JsonPathException {
        if (!atQuery()) {
            throw cursor.fault("The function takes a query");
        }
        return queries.embedded();
    }

    private Condition matches(boolean whole) throws JsonPathException {
        Operand text = operand();
        cursor.blanks();
        cursor.expect(",");
        cursor.blanks();
        return new Condition.Matches(text, operand(), whole);
    }
}
