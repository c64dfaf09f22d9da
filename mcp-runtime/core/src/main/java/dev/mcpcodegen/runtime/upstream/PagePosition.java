package dev.mcpcodegen.runtime.upstream;

import org.jspecify.annotations.Nullable;

/**
 * Where in a vendor's list a page begins.
 *
 * @param token where the vendor's page begins, in the vendor's own terms: a token, a key, a number, or path and query; null for its
 *     first page
 * @param index how many items from there on were already handed out
 * @param size what the vendor was asked for on its first page, and is asked for again since some take a token only with the parameters
 *     it was made for; null when nothing was asked for
 * @param before how many items the vendor's pages before this one held
 */
record PagePosition(
        @Nullable String token, int index, @Nullable Integer size, int before) {

    /** The beginning of a list, in pages of {@code size}. */
    static PagePosition first(@Nullable Integer size) {
        return new PagePosition(null, 0, size, 0);
    }
}
