package dev.mcpcodegen.runtime.access;

import org.jspecify.annotations.Nullable;

/**
 * What a request presents to prove who is calling. Never logged, never sent on.
 *
 * @param urlToken the secret path segment of {@code /mcp/{token}}
 * @param bearer the token of {@code Authorization: Bearer}
 */
public record Caller(@Nullable String urlToken, @Nullable String bearer) {

    @Override
    public String toString() {
        return "Caller[***]";
    }
}
