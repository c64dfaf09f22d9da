package dev.mcpcodegen.runtime.tool;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a tool call failed, for programs; the sentence for the model stands in the result's text.
 *
 * @param kind what sort of failure
 * @param source {@code upstream} when the vendor refused, {@code gateway} when this runtime did
 * @param status the vendor's HTTP status
 * @param retryAfterSeconds when to try again
 * @param upstreamCode the vendor's own code
 * @param upstreamMessage the vendor's own message, sanitised and capped
 */
public record ToolError(
        Kind kind,
        String source,
        @Nullable Integer status,
        @Nullable Long retryAfterSeconds,
        @Nullable String upstreamCode,
        @Nullable String upstreamMessage) {

    /** A failure on this side of the vendor. */
    public static ToolError gateway(Kind kind) {
        return new ToolError(kind, "gateway", null, null, null, null);
    }

    /** Sorts of failure; on the wire in lower case. */
    public enum Kind {
        INVALID_ARGUMENTS,
        UNAUTHORIZED,
        MISCONFIGURED,
        FORBIDDEN,
        NOT_FOUND,
        CONFLICT,
        VALIDATION,
        RATE_LIMITED,
        UNAVAILABLE,
        TIMEOUT,
        CANCELLED,
        BAD_RESPONSE,
        TOO_LARGE,
        OVERLOADED,
        INTERNAL;

        /** The name that travels. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
