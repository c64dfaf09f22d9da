package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.access.Credential;
import dev.mcpcodegen.runtime.tool.PageRules;
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
    private final int maxResultBytes;

    /**
     * Makes a pager.
     *
     * @param maxResultBytes of one page; a page ends early where it would grow larger, and its cursor goes on there
     */
    Pager(CursorCodec cursors, int maxResultBytes) {
        this.cursors = cursors;
        this.maxResultBytes = maxResultBytes;
    }

    /**
     * Returns where the asked page begins.
     *
     * @throws UpstreamFailure if limit or cursor are unusable
     */
    PagePosition position(UpstreamCall call) {
        Paging paging = call.tool().paging().orElse(null);
        if (paging == null) {
            return PagePosition.first(null);
        }
        if (call.limit() != null && call.limit() < 1) {
            throw UpstreamFailure.gateway(
                    ToolError.Kind.INVALID_ARGUMENTS, "\"limit\" must be at least 1, not " + call.limit() + ".");
        }
        return call.cursor() == null
                ? PagePosition.first(firstSize(call, paging.rules()))
                : cursors.decode(call, call.cursor());
    }

    /** Returns the call's request with the vendor's own paging parameters. */
    UpstreamRequest addPage(UpstreamCall call, PagePosition position) {
        UpstreamRequest request = call.request();
        return call.tool()
                .paging()
                .map(paging -> PageParameters.add(request, paging, position))
                .orElse(request);
    }

    /**
     * Reads the page out of a vendor's answer: {@code {"result": [...], "next_cursor": "...", "meta": {...}}}.
     *
     * <p>An object that holds no list is returned whole, as {@code {"answer": {...}, "meta": {"notice": "..."}}}.
     *
     * @param json the vendor's answer; what becomes of it belongs to this method
     * @throws UpstreamFailure if there is neither
     */
    ObjectNode page(
            UpstreamCall call, PagePosition position, Credential credential, VendorAnswer answer, JsonNode json) {
        Paging paging = call.tool().paging().orElseThrow();
        if (json.isObject() && !json.isEmpty() && !VendorPage.isIn(json, paging.rules())) {
            return whole(call, json, answer.body().length > maxResultBytes);
        }
        VendorPage vendorPage = VendorPage.read(call, paging, answer, json);
        ArrayNode items = vendorPage.items();
        int from = Math.min(position.index(), items.size());
        int to = (int) Math.min((long) from + limit(call, paging.rules()), items.size());
        // What was short on the wire is short as a result.
        if (answer.body().length > maxResultBytes) {
            to = PageCut.apply(call, vendorPage, from, to, maxResultBytes);
        }

        ObjectNode page = ToolJson.MAPPER.createObjectNode();
        ArrayNode result = page.putArray("result");
        for (int i = from; i < to; i++) {
            result.add(items.get(i));
        }
        PagePosition next = to < items.size()
                ? new PagePosition(position.token(), to, position.size(), position.before())
                : following(call, position, credential, vendorPage);
        if (next != null) {
            page.put("next_cursor", cursors.encode(call, next));
        }
        if (!vendorPage.meta().isEmpty()) {
            page.set("meta", vendorPage.meta());
        }
        return page;
    }

    /** An answer that is no list after all, as a report may be, is worth more to a caller than an error. */
    private ObjectNode whole(UpstreamCall call, JsonNode json, boolean mayBeLarge) {
        ObjectNode page = ToolJson.MAPPER.createObjectNode();
        ObjectNode meta = ToolJson.MAPPER
                .createObjectNode()
                .put(
                        "notice",
                        call.integration().displayName()
                                + " answered without the list that this tool promises; \"answer\" is all it said.");
        page.set("answer", mayBeLarge ? PageCut.whole(json, meta, maxResultBytes) : json);
        return page.set("meta", meta);
    }

    /** Returns the beginning of the vendor's next page; null at the end. */
    private @Nullable PagePosition following(
            UpstreamCall call, PagePosition position, Credential credential, VendorPage page) {
        Paging paging = call.tool().paging().orElseThrow();
        UpstreamRequest request = addPage(call, position);
        NextPage next = NextPage.after(page, paging, position, link -> target(call, request, credential, link));
        if (next.notice() != null) {
            page.meta().put("notice", notice(call, next.notice()));
        }
        String token = next.token();
        // A vendor that names the page it has just answered would be asked for it for ever.
        if (token == null || token.equals(position.token()) || token.equals(request.target())) {
            return null;
        }
        // A vendor's page that is shorter than what was handed out of it: the rest of the count goes on in its next
        // page.
        int surplus = Math.max(0, position.index() - page.items().size());
        int before = (int) Math.min(
                Integer.MAX_VALUE, (long) position.before() + page.items().size());
        return new PagePosition(token, surplus, position.size(), before);
    }

    private static @Nullable String target(
            UpstreamCall call, UpstreamRequest request, Credential credential, String link) {
        return NextLink.target(
                TargetUrl.base(call.integration(), call.grant().account(), call.tool()),
                TargetUrl.of(call.integration(), call.grant().account(), call.tool(), request.target()),
                link,
                credential);
    }

    private static String notice(UpstreamCall call, String why) {
        return "The list has more items, but it cannot be continued: " + why + ". "
                + call.integration().displayName()
                + " was not asked for them. Tell the user that this list is incomplete.";
    }

    private static @Nullable Integer firstSize(UpstreamCall call, PageRules rules) {
        Integer limit = call.limit() == null ? rules.defaultLimit() : call.limit();
        return limit == null ? null : Integer.valueOf(Math.max(rules.minLimit(), Math.min(limit, rules.maxLimit())));
    }

    private static int limit(UpstreamCall call, PageRules rules) {
        Integer limit = call.limit() == null ? rules.defaultLimit() : call.limit();
        return limit == null ? rules.maxLimit() : Math.min(limit, rules.maxLimit());
    }
}
