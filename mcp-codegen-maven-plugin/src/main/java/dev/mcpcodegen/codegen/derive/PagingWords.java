package dev.mcpcodegen.codegen.derive;

import java.util.List;
import java.util.Set;

/** The names, in snake_case, under which APIs page. */
final class PagingWords {

    /** Parameters that take a token. */
    static final Set<String> CURSOR = Set.of(
            "after",
            "after_cursor",
            "bookmark",
            "continuation",
            "continuation_token",
            "cursor",
            "exclusive_start_key",
            "marker",
            "next",
            "next_cursor",
            "next_marker",
            "next_page",
            "next_page_token",
            "next_token",
            "page_after",
            "page_cursor",
            "page_marker",
            "page_token",
            "pagination_cursor",
            "pagination_key",
            "pagination_token",
            "scroll_id",
            "start_cursor",
            "start_key",
            "starting_after",
            "starting_token");

    /** Parameters that take the key of the last item. */
    static final Set<String> LAST_ITEM = Set.of("after", "after_id", "last_id", "starting_after", "starting_after_id");

    /** Parameters that count items. */
    static final Set<String> OFFSET = Set.of(
            "first_result",
            "offset",
            "page_offset",
            "skip",
            "start",
            "start_at",
            "start_index",
            "start_position",
            "startindex",
            "starting_index");

    /** Parameters that number pages. */
    static final Set<String> PAGE = Set.of(
            "current_page", "p", "page", "page_index", "page_no", "page_nr", "page_num", "page_number", "pagenumber");

    /** Parameters that page backwards, of no use to a list that is walked forwards. */
    static final Set<String> BACKWARD = Set.of(
            "before",
            "before_cursor",
            "ending_before",
            "page_before",
            "prev",
            "prev_cursor",
            "previous",
            "previous_cursor");

    /** Further parameters that say where a page begins; a list that has one is not all there is. */
    static final Set<String> POSITION = Set.of(
            "after_id", "before_id", "from_id", "last_id", "last_seen_id", "max_id", "min_id", "since_id", "start_id");

    /** Parameters for the page size, the plainest first. */
    static final List<String> LIMIT = List.of(
            "per_page",
            "page_size",
            "limit",
            "page_limit",
            "max_results",
            "perpage",
            "pagesize",
            "results_per_page",
            "records_per_page",
            "items_per_page",
            "result_limit",
            "max_items",
            "max_records",
            "num_results",
            "max_page_size",
            "take",
            "top",
            "rows",
            "size",
            "count",
            "first",
            "max",
            "num");

    /** Members of an answer that hold the next token whatever the parameter is called. */
    static final Set<String> TOKEN = Set.of(
            "after_cursor",
            "continuation_token",
            "cursor_next",
            "end_cursor",
            "next_bookmark",
            "next_continuation_token",
            "next_cursor",
            "next_key",
            "next_marker",
            "next_page_cursor",
            "next_page_key",
            "next_page_token",
            "next_starting_after",
            "next_token");

    /** Members of an answer that hold the next page's URL. */
    static final Set<String> URL = Set.of(
            "next_href",
            "next_link",
            "next_page_link",
            "next_page_uri",
            "next_page_url",
            "next_uri",
            "next_url",
            "odata_next_link");

    static final Set<String> HAS_MORE = Set.of(
            "has_more",
            "has_more_items",
            "has_more_results",
            "has_next",
            "has_next_page",
            "more",
            "more_available",
            "more_items");

    static final Set<String> TOTAL = Set.of(
            "total",
            "total_count",
            "total_elements",
            "total_entries",
            "total_items",
            "total_records",
            "total_results",
            "total_size");

    static final Set<String> PAGE_COUNT = Set.of("last_page", "num_pages", "number_of_pages", "total_pages");

    /** Members of an answer that tell how many items a page has. */
    static final Set<String> PAGE_SIZE = Set.of("page_size", "pagesize", "per_page", "limit", "items_per_page");

    /** Objects of an answer in which paging is told. */
    static final Set<String> CONTAINERS = Set.of(
            "cursor",
            "cursors",
            "links",
            "meta",
            "metadata",
            "next",
            "next_page",
            "page",
            "page_info",
            "pages",
            "pagination",
            "pagination_info",
            "pagination_metadata",
            "paging",
            "paging_info",
            "paging_metadata",
            "response_metadata",
            "result_info",
            "search_metadata");

    /** Members that hold a list's items, the plainest first. */
    static final List<String> ITEMS =
            List.of("data", "items", "results", "result", "value", "values", "entries", "records", "content");

    /** Lists that stand beside the items of an answer. */
    static final Set<String> ASIDE = Set.of(
            "error",
            "errors",
            "included",
            "link",
            "links",
            "message",
            "messages_for_user",
            "order",
            "sort",
            "warning",
            "warnings");

    private PagingWords() {}
}
