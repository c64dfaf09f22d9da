package dev.mcpcodegen.runtime.tool;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a vendor pages a list. Whatever the style, callers see {@code limit} and {@code next_cursor} only.
 *
 * <p>What a style alone knows is said first, what all have in common after it:
 * {@code Paging.page("page").firstPage(0).limitParam("per_page", 100).items("/data")}. Pointers are JSON Pointers (RFC 6901) into the
 * vendor's answer; the empty pointer is the whole answer.
 */
public sealed interface Paging {

    /** What is said of every style. */
    PageRules rules();

    /** Returns the same style with other rules. */
    Paging with(PageRules rules);

    /** A vendor that hands out tokens: {@code cursorParam} takes the one that stood at {@code next}. */
    static Cursor cursor(String cursorParam, String next) {
        return new Cursor(cursorParam, next, PageRules.DEFAULT);
    }

    /** A vendor that goes on after an item: {@code cursorParam} takes what stood at {@code key} in the last one. */
    static LastItem lastItem(String cursorParam, String key) {
        return new LastItem(cursorParam, key, PageRules.DEFAULT);
    }

    /** A vendor that counts items: {@code offsetParam} takes how many to leave out. */
    static Offset offset(String offsetParam) {
        return new Offset(offsetParam, 0, null, PageRules.DEFAULT);
    }

    /** A vendor that numbers its pages from 1. */
    static PageNumber page(String pageParam) {
        return new PageNumber(pageParam, 1, null, PageRules.DEFAULT);
    }

    /** A vendor that names its next page in the header {@code Link} (RFC 8288) with {@code rel="next"}. */
    static Link link() {
        return new Link(PageRules.DEFAULT);
    }

    /** A vendor whose answer holds the URL of its next page at {@code next}. */
    static NextUrl nextUrl(String next) {
        return new NextUrl(next, PageRules.DEFAULT);
    }

    /** A vendor that answers everything at once. */
    static Unpaged unpaged() {
        return new Unpaged(PageRules.DEFAULT.withDefaultLimit(Unpaged.DEFAULT_LIMIT));
    }

    /** Where the items stand in the vendor's answer. */
    default List<String> items() {
        return rules().items();
    }

    /** The most items a caller may ask for at once. */
    default int maxLimit() {
        return rules().maxLimit();
    }

    /** Names where the items stand; of several pointers every one that is present counts. */
    default Paging items(String... pointers) {
        return with(rules().withItems(pointers));
    }

    /** Names the parameter for the page size and the most it takes. */
    default Paging limitParam(String name, int max) {
        return with(rules().withLimitParam(name, max));
    }

    /** The vendor makes no smaller pages than this. */
    default Paging minLimit(int min) {
        return with(rules().withMinLimit(min));
    }

    /** Callers may ask for no more than this. */
    default Paging maxLimit(int max) {
        return with(rules().withMaxLimit(max));
    }

    /** Asks for this many items when the caller gives no limit. */
    default Paging defaultLimit(int limit) {
        return with(rules().withDefaultLimit(limit));
    }

    /** The vendor's parameters are members of the request's body. */
    default Paging inBody() {
        return with(rules().withParametersInBody());
    }

    /** The answer says at this pointer whether the list goes on. */
    default Paging hasMore(String pointer) {
        return with(rules().withHasMore(pointer));
    }

    /** The answer tells at this pointer how many items the whole list has. */
    default Paging total(String pointer) {
        return with(rules().withTotal(pointer));
    }

    /** A page with fewer items than were asked for is always the last one. */
    default Paging shortPageEnds() {
        return with(rules().withShortPageAtTheEnd());
    }

    /**
     * The vendor hands out an opaque token for the next page.
     *
     * @param cursorParam the parameter that takes the token
     * @param next where the answer holds the next token, or a URL with the token in its parameter of that name; missing, null or empty
     *     ends the list
     */
    record Cursor(String cursorParam, String next, PageRules rules) implements Paging {

        @Override
        public Cursor with(PageRules newRules) {
            return new Cursor(cursorParam, next, newRules);
        }
    }

    /**
     * The vendor goes on after an item that the caller names; a page without items ends the list.
     *
     * @param cursorParam the parameter that takes the item's key
     * @param key where an item holds its key
     */
    record LastItem(String cursorParam, String key, PageRules rules) implements Paging {

        @Override
        public LastItem with(PageRules newRules) {
            return new LastItem(cursorParam, key, newRules);
        }
    }

    /**
     * The vendor counts items; a page without items ends the list.
     *
     * @param offsetParam the parameter that takes the position of a page's first item
     * @param firstOffset the position of the list's first item
     * @param step where the answer repeats the page size in force: positions count on by it where a vendor leaves out items that the
     *     caller may not see; null to count the items
     */
    record Offset(
            String offsetParam, int firstOffset, @Nullable String step, PageRules rules) implements Paging {

        public Offset firstOffset(int first) {
            return new Offset(offsetParam, first, step, rules);
        }

        public Offset step(String pointer) {
            return new Offset(offsetParam, firstOffset, pointer, rules);
        }

        @Override
        public Offset with(PageRules newRules) {
            return new Offset(offsetParam, firstOffset, step, newRules);
        }
    }

    /**
     * The vendor numbers its pages; a page without items ends the list unless the answer tells of more pages.
     *
     * @param pageParam the parameter that takes the number
     * @param firstPage the number of the first page
     * @param pageCount where the answer tells how many pages there are; null where it does not
     */
    record PageNumber(
            String pageParam, int firstPage, @Nullable String pageCount, PageRules rules) implements Paging {

        public PageNumber firstPage(int first) {
            return new PageNumber(pageParam, first, pageCount, rules);
        }

        public PageNumber pageCount(String pointer) {
            return new PageNumber(pageParam, firstPage, pointer, rules);
        }

        @Override
        public PageNumber with(PageRules newRules) {
            return new PageNumber(pageParam, firstPage, pageCount, newRules);
        }
    }

    /** The vendor names its next page in the header {@code Link}; an answer without one ends the list. */
    record Link(PageRules rules) implements Paging {

        @Override
        public Link with(PageRules newRules) {
            return new Link(newRules);
        }
    }

    /**
     * The vendor names its next page in its answer.
     *
     * @param next where the answer holds an absolute URL, a path or a query; missing, null or empty ends the list
     */
    record NextUrl(String next, PageRules rules) implements Paging {

        @Override
        public NextUrl with(PageRules newRules) {
            return new NextUrl(next, newRules);
        }
    }

    /** The vendor answers the whole list at once; the runtime cuts it into pages. */
    record Unpaged(PageRules rules) implements Paging {

        private static final int DEFAULT_LIMIT = 100;

        @Override
        public Unpaged with(PageRules newRules) {
            return new Unpaged(newRules);
        }
    }
}
