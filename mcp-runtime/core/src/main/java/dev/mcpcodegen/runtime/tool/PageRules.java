package dev.mcpcodegen.runtime.tool;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every style of paging has to say. Pointers are JSON Pointers (RFC 6901) into the vendor's answer.
 *
 * @param items where the items stand; of several every one that is present counts, in this order
 * @param limitParam the parameter for the page size; null where the size is fixed
 * @param minLimit the smallest page that the vendor makes; callers may ask for less
 * @param maxLimit the most items a caller may ask for at once
 * @param defaultLimit what to ask for when the caller gives no limit, and how many items a page has where the size is fixed; null to
 *     leave it to the vendor
 * @param inBody whether the parameters are members of the request's body instead of its query; a name with a leading slash is then a
 *     JSON Pointer, such as {@code /pagination/starting_after}
 * @param hasMore where the answer says whether the list goes on; null where it does not say so
 * @param total where the answer tells how many items the whole list has; null where it does not
 * @param shortPageEnds whether a page with fewer items than were asked for, or than a fixed size says, is always the last one
 */
public record PageRules(
        List<String> items,
        @Nullable String limitParam,
        int minLimit,
        int maxLimit,
        @Nullable Integer defaultLimit,
        boolean inBody,
        @Nullable String hasMore,
        @Nullable String total,
        boolean shortPageEnds) {

    /** The whole answer is the list, in pages of a size that the vendor chooses. */
    public static final PageRules DEFAULT = new PageRules(List.of(""), null, 1, 1000, null, false, null, null, false);

    PageRules withItems(String... pointers) {
        return new PageRules(
                List.of(pointers), limitParam, minLimit, maxLimit, defaultLimit, inBody, hasMore, total, shortPageEnds);
    }

    PageRules withLimitParam(String name, int max) {
        return new PageRules(items, name, minLimit, max, defaultLimit, inBody, hasMore, total, shortPageEnds);
    }

    PageRules withMinLimit(int min) {
        return new PageRules(items, limitParam, min, maxLimit, defaultLimit, inBody, hasMore, total, shortPageEnds);
    }

    PageRules withMaxLimit(int max) {
        return new PageRules(items, limitParam, minLimit, max, defaultLimit, inBody, hasMore, total, shortPageEnds);
    }

    PageRules withDefaultLimit(int limit) {
        return new PageRules(items, limitParam, minLimit, maxLimit, limit, inBody, hasMore, total, shortPageEnds);
    }

    PageRules withParametersInBody() {
        return new PageRules(items, limitParam, minLimit, maxLimit, defaultLimit, true, hasMore, total, shortPageEnds);
    }

    PageRules withHasMore(String pointer) {
        return new PageRules(
                items, limitParam, minLimit, maxLimit, defaultLimit, inBody, pointer, total, shortPageEnds);
    }

    PageRules withTotal(String pointer) {
        return new PageRules(
                items, limitParam, minLimit, maxLimit, defaultLimit, inBody, hasMore, pointer, shortPageEnds);
    }

    PageRules withShortPageAtTheEnd() {
        return new PageRules(items, limitParam, minLimit, maxLimit, defaultLimit, inBody, hasMore, total, true);
    }
}
