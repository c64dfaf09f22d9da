package dev.mcpcodegen.runtime.servlet;

import dev.mcpcodegen.runtime.protocol.McpAnswer;
import dev.mcpcodegen.runtime.tool.RateLimit;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** The headers of every answer. */
final class ResponseHeaders {

    private ResponseHeaders() {}

    /** Keeps answers out of caches and the secret URL out of other sites' logs. */
    static void protect(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
    }

    /** Writes the head of an answer. */
    static void write(McpAnswer answer, HttpServletResponse response) {
        response.setStatus(answer.status());
        if (!answer.body().isEmpty()) {
            response.setContentType("application/json");
        }
        if (answer.encoding() != null) {
            response.setHeader("Content-Encoding", answer.encoding());
        }
        response.addHeader("Vary", "Accept-Encoding");
        response.setContentLengthLong(answer.length());
        RateLimit rateLimit = answer.rateLimit();
        if (rateLimit != null) {
            writeNumber(response, "ratelimit-limit", rateLimit.limit());
            writeNumber(response, "ratelimit-remaining", rateLimit.remaining());
            writeNumber(response, "ratelimit-reset", rateLimit.resetSeconds());
            writeNumber(response, "retry-after", rateLimit.retryAfterSeconds());
        }
    }

    private static void writeNumber(HttpServletResponse response, String name, @Nullable Long value) {
        if (value != null) {
            response.setHeader(name, Long.toString(value));
        }
    }
}
