package dev.mcpcodegen.runtime.tool;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every list tool answers.
 *
 * @param <T> one item
 * @param result the items of this page
 * @param nextCursor what to pass as {@code next_cursor} for the following page; null at the end
 */
public record Page<T>(
        @JsonProperty("result") List<T> result,
        @JsonProperty("next_cursor") @Nullable String nextCursor) {}
