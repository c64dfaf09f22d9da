package dev.mcpcodegen.runtime.upstream;

import org.jspecify.annotations.Nullable;

/**
 * Where in a vendor's list a page begins.
 *
 * @param token the vendor's own token; null for its first page
 * @param index how many items from there on were already handed out
 */
record PagePosition(@Nullable String token, int index) {

    static final PagePosition START = new PagePosition(null, 0);
}
