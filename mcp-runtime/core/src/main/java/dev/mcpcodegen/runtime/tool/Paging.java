package dev.mcpcodegen.runtime.tool;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a vendor pages a list. Whatever the style, callers see {@code limit} and {@code next_cursor} only.
 *
 * <p>Pointers are JSON Pointers (RFC 6901); the empty pointer is the whole answer. Of several item pointers every one that is
 * present in an answer counts, in this order.
 */
public sealed interface Paging {

    /** Where the items stand in the vendor's answer. */
    List<String> items();

    /** The most items a caller may ask for at once. */
    int maxLimit();

    /** A vendor that hands out tokens: {@code cursorParam} takes the one that stood at {@code next}. */
    static Cursor cursor(String cursorParam, String next) {
        return new Cursor(cursorParam, null, Cursor.MAX_LIMIT, null, next, List.of(""));
    }

    /** A vendor that answers everything at once. */
    static Unpaged unpaged() {
        return new Unpaged(Unpaged.MAX_LIMIT, Unpaged.DEFAULT_LIMIT, List.of(""));
    }

    /**
     * The vendor hands out an opaque token for the next page.
     *
     * @param cursorParam the query parameter that takes the token
     * @param limitParam the query parameter for the page size; null where the size is fixed
     * @param next where the answer holds the next token; missing, null or empty ends the list
     * @param defaultLimit what to send when the caller gives no limit; null to send nothing
     */
    record Cursor(
            String cursorParam,
            @Nullable String limitParam,
            int maxLimit,
            @Nullable Integer defaultLimit,
            String next,
            List<String> items)
            implements Paging {

        private static final int MAX_LIMIT = 1000;

        public Cursor limitParam(String name, int max) {
            return new Cursor(cursorParam, name, max, defaultLimit, next, items);
        }

        public Cursor defaultLimit(int limit) {
            return new Cursor(cursorParam, limitParam, maxLimit, limit, next, items);
        }

        public Cursor items(String... pointers) {
            return new Cursor(cursorParam, limitParam, maxLimit, defaultLimit, next, List.of(pointers));
        }
    }

    /** The vendor answers the whole list at once; the runtime cuts it into pages. */
    record Unpaged(int maxLimit, int defaultLimit, List<String> items) implements Paging {

        private static final int MAX_LIMIT = 1000;
        private static final int DEFAULT_LIMIT = 100;

        public Unpaged items(String... pointers) {
            return new Unpaged(maxLimit, defaultLimit, List.of(pointers));
        }
    }
}
