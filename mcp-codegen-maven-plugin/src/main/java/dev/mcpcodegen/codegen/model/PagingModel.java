package dev.mcpcodegen.codegen.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a vendor pages a list; see the runtime's {@code Paging} for the meaning of each component. */
public sealed interface PagingModel {

    /** What is said of every style. */
    PageRules rules();

    /** The style's name in {@code x-mcp}, or {@code unpaged}. */
    String style();

    /** JSON Pointers to the items; all that are present count. */
    default List<String> items() {
        return rules().items();
    }

    default int maxLimit() {
        return rules().maxLimit();
    }

    /** Whether the runtime supplies this parameter or property of the body, so that it is no argument. */
    default boolean supplies(String wireName, boolean isInBody) {
        return isInBody == rules().inBody() && rules().ownParameters().contains(wireName);
    }

    /** An opaque token for the next page. */
    record Cursor(String cursorParam, String next, PageRules rules) implements PagingModel {

        @Override
        public String style() {
            return "cursor";
        }
    }

    /** The key of the last item. */
    record LastItem(String cursorParam, String key, PageRules rules) implements PagingModel {

        @Override
        public String style() {
            return "lastItem";
        }
    }

    /** A count of items. */
    record Offset(
            String offsetParam, int firstOffset, @Nullable String step, PageRules rules) implements PagingModel {

        @Override
        public String style() {
            return "offset";
        }
    }

    /** The number of a page. */
    record PageNumber(
            String pageParam, int firstPage, @Nullable String pageCount, PageRules rules) implements PagingModel {

        @Override
        public String style() {
            return "page";
        }
    }

    /** The header {@code Link}. */
    record Link(PageRules rules) implements PagingModel {

        @Override
        public String style() {
            return "link";
        }
    }

    /** A URL in the answer. */
    record NextUrl(String next, PageRules rules) implements PagingModel {

        @Override
        public String style() {
            return "nextUrl";
        }
    }

    /** The whole list at once, cut by the runtime. */
    record Unpaged(PageRules rules) implements PagingModel {

        @Override
        public String style() {
            return "unpaged";
        }
    }

    /**
     * What is said of every style.
     *
     * @param limitParam null where the page size is fixed
     * @param defaultLimit what is asked for when the caller gives no limit; null to leave it to the vendor
     * @param usualLimit how many items come when the caller gives no limit, for the model to know; null when nobody says
     * @param ownParameters the vendor's paging parameters by their wire names: none of them is an argument
     */
    record PageRules(
            List<String> items,
            @Nullable String limitParam,
            int minLimit,
            int maxLimit,
            @Nullable Integer defaultLimit,
            @Nullable Integer usualLimit,
            boolean inBody,
            @Nullable String hasMore,
            @Nullable String total,
            boolean shortPageEnds,
            List<String> ownParameters) {

        /** What the runtime takes when nothing is said. */
        public static final int MAX_LIMIT = 1000;

        /** Items somewhere, and nothing else. */
        public static PageRules of(List<String> items) {
            return new PageRules(items, null, 1, MAX_LIMIT, null, null, false, null, null, false, List.of());
        }
    }
}
