package dev.mcpcodegen.runtime.servlet;

import dev.mcpcodegen.runtime.access.Caller;
import dev.mcpcodegen.runtime.protocol.McpAnswer;
import dev.mcpcodegen.runtime.protocol.RpcError;
import dev.mcpcodegen.runtime.tool.RateLimit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers what can be answered from the head of a request alone (MCP 2026-07-28, Streamable HTTP). Thread-safe. */
final class RequestGate {

    private static final String BEARER = "bearer ";

    private static final Set<String> ANSWERS =
            Set.of("*/*", "application/*", "application/json", "text/event-stream", "text/*");

    private final OriginRules origins;
    private final int maxRequestBytes;

    RequestGate(OriginRules origins, int maxRequestBytes) {
        this.origins = origins;
        this.maxRequestBytes = maxRequestBytes;
    }

    int maxRequestBytes() {
        return maxRequestBytes;
    }

    /** Checks path, origin and method; empty when the request may go on to who is calling. */
    Optional<McpAnswer> answer(HttpServletRequest request, HttpServletResponse response) {
        if (isTooDeep(request)) {
            return Optional.of(McpAnswer.empty(HttpServletResponse.SC_NOT_FOUND));
        }
        List<String> origin = Collections.list(request.getHeaders("Origin"));
        if (!origins.permits(origin)) {
            return refused(
                    HttpServletResponse.SC_FORBIDDEN, "This origin is not allowed. Add it to MCP_ALLOWED_ORIGINS.");
        }
        origins.writeCors(origin, request, response);
        if (origins.isPreflight(origin, request)) {
            return Optional.of(McpAnswer.empty(HttpServletResponse.SC_NO_CONTENT));
        }
        if (!request.getMethod().equals("POST")) {
            response.setHeader("Allow", "POST");
            return Optional.of(McpAnswer.empty(HttpServletResponse.SC_METHOD_NOT_ALLOWED));
        }
        return Optional.empty();
    }

    /** Checks how the body is described; empty when it may be read. */
    Optional<McpAnswer> answerContent(HttpServletRequest request) {
        if (!isJson(request.getContentType())) {
            return refused(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, "The Content-Type must be application/json.");
        }
        if (BodyReader.isHopeless(request, maxRequestBytes)) {
            return Optional.of(tooLarge());
        }
        if (!acceptsJson(Collections.list(request.getHeaders("Accept")))) {
            return refused(
                    HttpServletResponse.SC_NOT_ACCEPTABLE,
                    "Accept must include application/json or text/event-stream.");
        }
        return Optional.empty();
    }

    McpAnswer tooLarge() {
        return refusal(
                HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                "The body is larger than " + maxRequestBytes + " bytes.");
    }

    /** Asks to come again: this node has taken on as much as it can. */
    static McpAnswer overloaded() {
        return comeAgain(null, "This server is busy. Try again in a few seconds.", 2);
    }

    /** Sends a client elsewhere, or back a little later; {@code id} is the request's, null when it has not been read. */
    static McpAnswer stopping(@Nullable String id) {
        return comeAgain(id, "The server is stopping. Try again in a few seconds.", 5);
    }

    private static McpAnswer comeAgain(@Nullable String id, String message, long seconds) {
        int status = HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        return McpAnswer.error(status, id, RpcError.of(status * 100 + 1, message))
                .withRateLimit(new RateLimit(null, null, null, seconds, List.of()));
    }

    /** What a request presents to prove who is calling. */
    static Caller caller(HttpServletRequest request) {
        String path = path(request);
        return new Caller(path.isEmpty() ? null : path, bearer(Collections.list(request.getHeaders("Authorization"))));
    }

    /** An error of HTTP, told in JSON-RPC's form so that clients show its message; its code is the status times 100 plus one. */
    static McpAnswer refusal(int status, String message) {
        return McpAnswer.error(status, null, RpcError.of(status * 100 + 1, message));
    }

    private static Optional<McpAnswer> refused(int status, String message) {
        return Optional.of(refusal(status, message));
    }

    private static boolean isTooDeep(HttpServletRequest request) {
        return path(request).indexOf('/') >= 0;
    }

    /** What follows the servlet's own path, without the slash in front. */
    private static String path(HttpServletRequest request) {
        String path = request.getPathInfo();
        return path == null || path.isEmpty() ? "" : path.substring(1);
    }

    private static @Nullable String bearer(List<String> authorization) {
        if (authorization.size() != 1
                || !authorization.get(0).toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return null;
        }
        String token = authorization.get(0).substring(BEARER.length()).trim();
        return token.isEmpty() ? null : token;
    }

    private static boolean isJson(@Nullable String contentType) {
        return contentType != null && mediaType(contentType).equals("application/json");
    }

    /** Refuses only who says that neither form of answer is of use; many clients send no such header at all. */
    private static boolean acceptsJson(List<String> accept) {
        for (String value : accept) {
            for (String item : value.split(",", -1)) {
                String type = mediaType(item);
                if (type.isEmpty() || ANSWERS.contains(type)) {
                    return true;
                }
            }
        }
        return accept.isEmpty();
    }

    private static String mediaType(String value) {
        int parameters = value.indexOf(';');
        return (parameters < 0 ? value : value.substring(0, parameters)).trim().toLowerCase(Locale.ROOT);
    }
}
