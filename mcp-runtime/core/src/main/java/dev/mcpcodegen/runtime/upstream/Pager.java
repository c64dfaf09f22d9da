package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.tool.Paging;
import dev.mcpcodegen.runtime.tool.ToolError;
import dev.mcpcodegen.runtime.tool.ToolJson;
import dev.mcpcodegen.runtime.tool.UpstreamRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns {@code limit} and {@code next_cursor} into a vendor's own paging and back.
 *
 * <p>A vendor may answer more or fewer items than it was asked for: the cursor counts items within the vendor's page, so that nothing
 * is lost and nothing comes twice. Pure.
 */
final class Pager {

    private final CursorCodec cursors;

    Pager(CursorCodec cursors) {
        this.cursors = cursors;
    }

    /**
     * Returns where the asked page begins.
     *
     * @throws UpstreamFailure if limit or cursor are unusable
     */
    PagePosition position(UpstreamCall call) {
        Paging paging = call.tool().paging().orElse(null);
        if (paging == null) {
            return new PagePosition(null, 0, null);
        }
        if (call.limit() != null && call.limit() < 1) {
            throw UpstreamFailure.gateway(
                    ToolError.Kind.INVALID_ARGUMENTS, "\"limit\" must be at least 1, not " + call.limit() + ".");
        }
        return call.cursor() == null
                ? new PagePosition(null, 0, firstSize(call, paging))
                : cursors.decode(call, call.cursor());
    }

    /** Returns the call's request with the vendor's own paging parameters. */
    UpstreamRequest addPage(UpstreamCall call, PagePosition position) {
        UpstreamRequest request = call.request();
        if (!(call.tool().paging().orElse(null) instanceof Paging.Cursor paging)) {
            return request;
        }
        Integer size = position.size();
        if (paging.limitParam() != null && size != null) {
            request = request.withQuery(paging.limitParam(), size.toString());
        }
        return position.token() == null ? request : request.withQuery(paging.cursorParam(), position.token());
    }

    /**
     * Reads the page out of a vendor's answer: {@code {"result": [...], "next_cursor": "...", "meta": {...}}}.
     *
     * @param answer the vendor's answer; what becomes of it belongs to this method
     * @throws UpstreamFailure if there are no items where they must be
     */
    ObjectNode page(UpstreamCall call, Paging paging, PagePosition position, int status, JsonNode answer) {
        VendorPage vendorPage = VendorPage.read(call, paging, status, answer);
        ArrayNode items = vendorPage.items();
        int from = Math.min(position.index(), items.size());
        int to = (int) Math.min((long) from + limit(call, paging), items.size());

        ObjectNode page = ToolJson.MAPPER.createObjectNode();
        ArrayNode result = page.putArray("result");
        for (int i = from; i < to; i++) {
            result.add(items.get(i));
        }
        PagePosition next = next(vendorPage, position, to);
        if (next != null) {
            page.put("next_cursor", cursors.encode(call, next));
        }
        if (!vendorPage.meta().isEmpty()) {
            page.set("meta", vendorPage.meta());
        }
        return page;
    }

    private static @Nullable PagePosition next(VendorPage page, PagePosition position, int to) {
        if (to < page.items().size()) {
            return new PagePosition(position.token(), to, position.size());
        }
        // A vendor's page that is shorter than what was handed out of it: the rest of the count goes on in its next
        // page.
        int surplus = Math.max(0, position.index() - page.items().size());
        return page.nextToken() == null ? null : new PagePosition(page.nextToken(), surplus, position.size());
    }

    private static @Nullable Integer firstSize(UpstreamCall call, Paging paging) {
        Integer limit = call.limit();
        if (limit == null) {
            return paging instanceof Paging.Cursor cursor ? cursor.defaultLimit() : null;
        }
        return Math.min(limit, paging.maxLimit());
    }

    private static int limit(UpstreamCall call, Paging paging) {
        Integer limit = call.limit();
        if (limit == null) {
            limit = paging instanceof Paging.Cursor cursor
                    ? cursor.defaultLimit()
                    : Integer.valueOf(((Paging.Unpaged) paging).defaultLimit());
        }
        return limit == null ? paging.maxLimit() : Math.min(limit, paging.maxLimit());
    }
}
