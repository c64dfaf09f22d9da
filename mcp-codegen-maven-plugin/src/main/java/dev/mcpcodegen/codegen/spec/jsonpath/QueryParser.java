package dev.mcpcodegen.codegen.spec.jsonpath;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Queries, segments and selectors by the grammar of RFC 9535, appendix A. */
final class QueryParser {

    private final Cursor cursor;
    private final LiteralParser literals;
    private final FilterParser filters;

    QueryParser(Cursor cursor) {
        this.cursor = cursor;
        this.literals = new LiteralParser(cursor);
        this.filters = new FilterParser(cursor, literals, this);
    }

    Query whole() throws JsonPathException {
        cursor.expect("$");
        Query query = new Query(true, segments());
        if (!cursor.atEnd()) {
            throw cursor.fault("Unexpected text");
        }
        return query;
    }

    /** Query within a filter. */
    Query embedded() throws JsonPathException {
        boolean fromRoot = cursor.take("$");
        if (!fromRoot) {
            cursor.expect("@");
        }
        return new Query(fromRoot, segments());
    }

    /** Blanks are allowed before a segment but not after the last one, which is why they are given back. */
    private List<Segment> segments() throws JsonPathException {
        List<Segment> segments = new ArrayList<>();
        while (true) {
            int mark = cursor.mark();
            cursor.blanks();
            if (cursor.take("..")) {
                segments.add(new Segment(true, cursor.at("[") ? bracketed() : List.of(shorthand())));
            } else if (cursor.take(".")) {
                segments.add(new Segment(false, List.of(shorthand())));
            } else if (cursor.at("[")) {
                segments.add(new Segment(false, bracketed()));
            } else {
                cursor.reset(mark);
                return segments;
            }
        }
    }

    private Selector shorthand() throws JsonPathException {
        return cursor.take("*") ? new Selector.Wildcard() : new Selector.Name(literals.name());
    }

    private List<Selector> bracketed() throws JsonPathException {
        cursor.expect("[");
        List<Selector> selectors = new ArrayList<>();
        do {
            cursor.blanks();
            selectors.add(selector());
            cursor.blanks();
        } while (cursor.take(","));
        cursor.expect("]");
        return selectors;
    }

    private Selector selector() throws JsonPathException {
        if (literals.atString()) {
            return new Selector.Name(literals.string());
        }
        if (cursor.take("*")) {
            return new Selector.Wildcard();
        }
        if (cursor.take("?")) {
            cursor.blanks();
            return new Selector.Filter(filters.condition());
        }
        return indexOrSlice();
    }

    private Selector indexOrSlice() throws JsonPathException {
        Long start = literals.atInteger() ? literals.integer() : null;
        int mark = cursor.mark();
        cursor.blanks();
        if (cursor.take(":")) {
            return slice(start);
        }
        cursor.reset(mark);
        if (start == null) {
            throw cursor.fault("No selector");
        }
        return new Selector.Index(start);
    }

    private Selector slice(@Nullable Long start) throws JsonPathException {
        cursor.blanks();
        Long end = literals.atInteger() ? literals.integer() : null;
        cursor.blanks();
        long step = 1;
        if (cursor.take(":")) {
            cursor.blanks();
            step = literals.atInteger() ? literals.integer() : 1;
        }
        return new Selector.Slice(start, end, step);
    }
}
