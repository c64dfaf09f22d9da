package dev.mcpcodegen.runtime.tool;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vendor's rate limit, normalised. All figures are non-negative.
 *
 * @param limit calls allowed in the window
 * @param remaining calls left in the window
 * @param resetSeconds seconds until the window ends
 * @param retryAfterSeconds seconds after which the vendor wants to be asked again
 * @param policies every window that the vendor told about; the binding one is what the other components hold
 */
public record RateLimit(
        @Nullable Long limit,
        @Nullable Long remaining,
        @Nullable Long resetSeconds,
        @Nullable Long retryAfterSeconds,
        List<Policy> policies) {

    /** One window among several, such as per user and per organisation. */
    public record Policy(
            String name,
            @Nullable Long limit,
            @Nullable Long remaining,
            @Nullable Long resetSeconds) {}
}
