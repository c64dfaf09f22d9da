package dev.mcpcodegen.runtime.protocol;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares the headers that repeat parts of the body with that body (MCP 2026-07-28, Streamable HTTP, "Request Metadata"). What is served
 * goes by the body alone; a disagreement means that something between client and server was deceived.
 */
final class StandardHeaders {

    /** For each method that has a name in its parameters, the parameter. */
    private static final Map<String, String> NAMED =
            Map.of("tools/call", "name", "prompts/get", "name", "resources/read", "uri");

    private StandardHeaders() {}

    static @Nullable RpcError firstMismatch(McpRequest request, RequestHeaders headers) {
        RpcError method = compare("Mcp-Method", request.method(), headers);
        return method == null ? compareName(request, headers) : method;
    }

    /** Compares a header without a base64 form. */
    static @Nullable RpcError compare(String header, String expected, RequestHeaders headers) {
        try {
            return compare(header, expected, HeaderValue.single(headers, header));
        } catch (MalformedHeaderException e) {
            return e.error();
        }
    }

    private static @Nullable RpcError compareName(McpRequest request, RequestHeaders headers) {
        String parameter = NAMED.get(request.method());
        String expected = parameter == null ? null : request.text(parameter);
        if (expected == null) {
            return null;
        }
        try {
            return compare("Mcp-Name", expected, HeaderValue.decoded(headers, "Mcp-Name"));
        } catch (MalformedHeaderException e) {
            return e.error();
        }
    }

    private static @Nullable RpcError compare(String header, String expected, Optional<String> actual) {
        if (actual.isEmpty()) {
            return RpcError.headerMismatch(header + " is missing");
        }
        return actual.get().equals(expected) ? null : RpcError.headerMismatch(header + " differs from the body");
    }
}
