package dev.mcpcodegen.runtime.tool;

/**
 * The names under which one vendor tells its rate limit, where they are not the common ones.
 *
 * @param limit header with the quota of the window
 * @param remaining header with what is left of it
 * @param reset header that tells when the window ends
 * @param resetUnit how {@code reset} is to be read
 */
public record RateLimitHeaders(String limit, String remaining, String reset, ResetUnit resetUnit) {

    /** The forms in which vendors tell the end of a window. */
    public enum ResetUnit {
        SECONDS,
        EPOCH_SECONDS,
        EPOCH_MILLIS,
        DATE
    }
}
