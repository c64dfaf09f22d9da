package dev.mcpcodegen.runtime.upstream;

import org.jspecify.annotations.Nullable;

/**
 * Where in a vendor's list a page begins.
 *
 * @param token the vendor's own token; null for its first page
 * @param index how many items from there on were already handed out
 * @param size what the vendor was asked for on its first page, and is asked for again since some take a token only with the parameters
 *     it was made for; null when nothing was asked for
 */
record PagePosition(
        @Nullable String token, int index, @Nullable Integer size) {}
