package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.tool.PageRules;
import dev.mcpcodegen.runtime.tool.Paging;
import dev.mcpcodegen.runtime.tool.ToolJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One page as a vendor answered it, taken apart.
 *
 * @param next what stands where the vendor names its next page, be it a token or a link; null at the end
 * @param hasMore whether the vendor says that its list goes on; null when it does not say
 * @param total how many items the vendor says that the whole list has; null when it does not say
 * @param pageCount how many pages the vendor says that there are; null when it does not say
 * @param step the page size that the vendor says was in force; null when it does not say
 * @param meta what else the envelope held
 */
record VendorPage(
        ArrayNode items,
        @Nullable String next,
        @Nullable Boolean hasMore,
        @Nullable Long total,
        @Nullable Long pageCount,
        @Nullable Long step,
        ObjectNode meta) {

    /** Whether an answer holds the list that its tool pages through; an empty one may be written as null. */
    static boolean isIn(JsonNode json, PageRules rules) {
        return rules.items().stream().map(json::at).anyMatch(list -> list.isArray() || list.isNull());
    }

    /** Takes an answer apart; what becomes of it belongs to this method. */
    static VendorPage read(UpstreamCall call, Paging paging, VendorAnswer answer, JsonNode json) {
        PageRules rules = paging.rules();
        ArrayNode items = items(call, rules, answer.status(), json);
        String nextAt = nextAt(paging);
        String next = paging instanceof Paging.Link
                ? LinkHeader.next(answer.headers().all("link"))
                : nextAt == null ? null : token(call, answer.status(), json.at(nextAt));
        VendorPage page = new VendorPage(
                items,
                next,
                flag(json, rules.hasMore()),
                number(json, rules.total()),
                paging instanceof Paging.PageNumber numbers ? number(json, numbers.pageCount()) : null,
                paging instanceof Paging.Offset offset ? number(json, offset.step()) : null,
                json instanceof ObjectNode object ? object : ToolJson.MAPPER.createObjectNode());
        rules.items().forEach(pointer -> remove(page.meta(), pointer));
        // What the cursor stands for would only mislead: a model sees this page, not the vendor's.
        for (String pointer : new String[] {nextAt, rules.hasMore()}) {
            if (pointer != null) {
                remove(page.meta(), pointer);
            }
        }
        return page;
    }

    private static @Nullable String nextAt(Paging paging) {
        if (paging instanceof Paging.Cursor cursor) {
            return cursor.next();
        }
        return paging instanceof Paging.NextUrl url ? url.next() : null;
    }

    /** Collects the items of every list that is there: which it is may depend on what was asked for. */
    private static ArrayNode items(UpstreamCall call, PageRules rules, int status, JsonNode answer) {
        ArrayNode items = ToolJson.MAPPER.createArrayNode();
        boolean isThere = false;
        for (String pointer : rules.items()) {
            JsonNode list = answer.at(pointer);
            if (list instanceof ArrayNode array) {
                items.addAll(array);
            }
            // Some servers write an empty list as null.
            isThere |= list.isArray() || list.isNull();
        }
        if (!isThere) {
            throw UpstreamFailure.badResponse(
                    call,
                    status,
                    call.integration().displayName() + " answered (HTTP " + status
                            + ") without the list that this tool promises. Repeating the call is unlikely to help; tell the user.");
        }
        return items;
    }

    private static @Nullable String token(UpstreamCall call, int status, JsonNode next) {
        if (next.isMissingNode() || next.isNull() || (next.isBoolean() && !next.booleanValue())) {
            return null;
        }
        if (!next.isString() && !next.isNumber()) {
            throw UpstreamFailure.badResponse(
                    call,
                    status,
                    call.integration().displayName() + " answered (HTTP " + status
                            + ") with a paging token of an unknown form, so the list cannot be continued. Tell the user.");
        }
        String token = next.asString();
        return token.isEmpty() ? null : token;
    }

    private static @Nullable Boolean flag(JsonNode answer, @Nullable String pointer) {
        JsonNode flag = pointer == null ? null : answer.at(pointer);
        return (flag != null && flag.isBoolean()) ? flag.booleanValue() : null;
    }

    private static @Nullable Long number(JsonNode answer, @Nullable String pointer) {
        JsonNode number = pointer == null ? null : answer.at(pointer);
        if (number == null || !(number.isNumber() || number.isString())) {
            return null;
        }
        // Some vendors write numbers as text.
        String text = number.asString();
        return text.matches("\\d{1,15}") ? Long.valueOf(text) : null;
    }

    /** Removes what the pointer names, and the objects around it that this leaves empty. */
    private static void remove(ObjectNode root, String pointer) {
        JsonPointer at = JsonPointer.compile(pointer);
        while (!at.matches()) {
            JsonNode parent = root.at(at.head());
            String name = at.last().getMatchingProperty();
            if (!(parent instanceof ObjectNode object) || !object.has(name)) {
                return;
            }
            object.remove(name);
            if (!object.isEmpty()) {
                return;
            }
            at = at.head();
        }
    }
}
