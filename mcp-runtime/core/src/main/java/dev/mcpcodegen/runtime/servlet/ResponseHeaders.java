package dev.mcpcodegen.runtime.servlet;

import dev.mcpcodegen.runtime.protocol.McpAnswer;
import dev.mcpcodegen.runtime.tool.RateLimit;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** The headers of every answer. */
final class ResponseHeaders {

    private static final int STREAM_BUFFER_BYTES = 4 << 10;

    /**
     * Tomcat hands large arrays on in pieces of this size, and sends when its socket's buffer of 8 KB overflows. A piece that fills that
     * buffer to the last byte is not sent: everything behind it is copied aside and waits for the poller. So this is no multiple of it,
     * nor does it make one soon.
     */
    private static final int LARGE_BUFFER_BYTES = 9_973;

    private ResponseHeaders() {}

    /** Keeps answers out of caches and the secret URL out of other sites' logs. */
    static void protect(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
    }

    /** Says that nothing more is read from this connection, so that its client does not send a next request into the void. */
    static void closeConnection(HttpServletResponse response) {
        response.setHeader("Connection", "close");
    }

    /** Writes the head of an answer. */
    static void write(McpAnswer answer, HttpServletResponse response) {
        response.setStatus(answer.status());
        if (answer.status() == HttpServletResponse.SC_UNAUTHORIZED) {
            // RFC 9110, section 15.5.2: such an answer says how to do better.
            response.setHeader("WWW-Authenticate", "Bearer");
        }
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

    /** Writes the head of an answer that is written as fast as its client takes it. */
    static void writeLarge(McpAnswer answer, HttpServletResponse response) {
        write(answer, response);
        response.setBufferSize(LARGE_BUFFER_BYTES);
    }

    /** Writes the head of a stream of events, which proxies must not hold back until it is complete. */
    static void writeEventStream(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("text/event-stream");
        response.setHeader("X-Accel-Buffering", "no");
        // Jetty keeps a buffer of this size for every stream, however little goes through it.
        response.setBufferSize(STREAM_BUFFER_BYTES);
    }

    private static void writeNumber(HttpServletResponse response, String name, @Nullable Long value) {
        if (value != null) {
            response.setHeader(name, Long.toString(value));
        }
    }
}
