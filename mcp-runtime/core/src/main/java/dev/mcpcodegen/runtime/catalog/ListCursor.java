package dev.mcpcodegen.runtime.catalog;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list of tools ended (MCP, Pagination). It names the last tool and not its place, so it stays good when tools are added.
 * It is no secret and needs no seal: it can only lead to a tool that its bearer was shown.
 */
final class ListCursor {

    private ListCursor() {}

    static String after(CatalogTool<?> tool) {
        byte[] name = tool.descriptor().name().getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(name);
    }

    /** The name of the tool; null when the cursor is none of ours. */
    static @Nullable String lastTool(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
