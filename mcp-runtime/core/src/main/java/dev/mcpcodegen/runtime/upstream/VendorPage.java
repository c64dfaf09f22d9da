package dev.mcpcodegen.runtime.upstream;

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
 * @param nextToken the vendor's token for its next page; null at the end
 * @param meta what else the envelope held
 */
record VendorPage(ArrayNode items, @Nullable String nextToken, ObjectNode meta) {

    static VendorPage read(UpstreamCall call, Paging paging, int status, JsonNode answer) {
        ArrayNode items = items(call, paging, status, answer);
        String nextAt = paging instanceof Paging.Cursor cursor ? cursor.next() : null;
        String token = nextAt == null ? null : token(call, status, answer.at(nextAt));
        ObjectNode meta = answer instanceof ObjectNode object ? object : ToolJson.MAPPER.createObjectNode();
        paging.items().forEach(pointer -> remove(meta, pointer));
        if (nextAt != null) {
            remove(meta, nextAt);
        }
        return new VendorPage(items, token, meta);
    }

    /** Collects the items of every list that is there: which it is may depend on what was asked for. */
    private static ArrayNode items(UpstreamCall call, Paging paging, int status, JsonNode answer) {
        ArrayNode items = ToolJson.MAPPER.createArrayNode();
        boolean isThere = false;
        for (String pointer : paging.items()) {
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
        if (next.isMissingNode() || next.isNull()) {
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
