package dev.mcpcodegen.it.sandbox.affinity;

import dev.mcpcodegen.it.sandbox.vendor.RefusedException;
import dev.mcpcodegen.it.sandbox.vendor.Shape;
import dev.mcpcodegen.it.sandbox.vendor.ValueType;
import dev.mcpcodegen.it.sandbox.vendor.VendorRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The vendor's paging: an opaque token, good only with the very parameters that it was given for. */
final class Paging {

    /** The largest page of everything but interactions. */
    static final int MAX_PAGE_SIZE = 500;

    private static final String SIZE = "page_size";
    private static final String TOKEN = "page_token";

    private Paging() {}

    /** One page, and the token of the next one unless this is the last. */
    record Page(List<ObjectNode> items, @Nullable String nextToken) {}

    /** Returns a shape with the paging parameters added. */
    static Shape parameters(Shape shape) {
        return shape.optional(SIZE, ValueType.INTEGER).optional(TOKEN, ValueType.TEXT);
    }

    /** Tells whether the caller asked for pages. */
    static boolean isAsked(ObjectNode query) {
        return query.has(SIZE) || query.has(TOKEN);
    }

    /** Cuts out the page that the query asks for. */
    static Page cut(List<ObjectNode> matches, VendorRequest request, ObjectNode query, int maxPageSize) {
        int size = query.path(SIZE).asInt(maxPageSize);
        if (size < 1 || size > maxPageSize) {
            throw new RefusedException(422, "page_size must be between 1 and " + maxPageSize + ".");
        }
        String walk = walk(request);
        int from = query.has(TOKEN) ? offset(query.path(TOKEN).asString(""), walk) : 0;
        int to = Math.min(from + size, matches.size());
        List<ObjectNode> items = matches.subList(Math.min(from, to), to);
        return new Page(items, to < matches.size() ? token(to, walk) : null);
    }

    /** Returns what must stay the same from page to page. */
    private static String walk(VendorRequest request) {
        Map<String, List<String>> parameters = new TreeMap<>(request.query());
        parameters.remove(TOKEN);
        return Integer.toHexString((request.rawPath() + parameters).hashCode());
    }

    private static String token(int offset, String walk) {
        byte[] plain = (walk + ":" + offset).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }

    private static int offset(String token, String walk) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            if (plain.startsWith(walk + ":")) {
                return Integer.parseUnsignedInt(plain.substring(walk.length() + 1));
            }
        } catch (IllegalArgumentException e) {
            throw new RefusedException(422, "page_token is invalid.");
        }
        throw new RefusedException(422, "page_token is invalid: every other parameter must stay unchanged.");
    }
}
