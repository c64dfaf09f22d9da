package dev.mcpcodegen.runtime.protocol;

import dev.mcpcodegen.runtime.tool.ToolJson;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Why a message was not served (JSON-RPC 2.0, section 5.1; MCP 2026-07-28, "Error Codes").
 *
 * @param code JSON-RPC's and MCP's codes; this runtime's own are an HTTP status times 100 and a number, far outside the reserved range
 * @param message for a person; no secret
 * @param data for programs
 */
public record RpcError(int code, String message, @Nullable ObjectNode data) {

    public static final int PARSE_ERROR = -32700;
    public static final int INVALID_REQUEST = -32600;
    public static final int METHOD_NOT_FOUND = -32601;
    public static final int INVALID_PARAMS = -32602;
    public static final int INTERNAL_ERROR = -32603;
    public static final int HEADER_MISMATCH = -32020;
    public static final int MISSING_CLIENT_CAPABILITY = -32021;
    public static final int UNSUPPORTED_PROTOCOL_VERSION = -32022;

    private static final int MAX_EXCERPT = 200;

    /** Makes an error without data. */
    public static RpcError of(int code, String message) {
        return new RpcError(code, message, null);
    }

    static RpcError headerMismatch(String message) {
        return of(HEADER_MISMATCH, "Header mismatch: " + message);
    }

    static RpcError unsupportedVersion(String requested) {
        ObjectNode data = ToolJson.MAPPER.createObjectNode();
        Revision.dates(Era.MODERN).forEach(data.putArray("supported")::add);
        data.put("requested", excerpt(requested));
        return new RpcError(UNSUPPORTED_PROTOCOL_VERSION, "Unsupported protocol version", data);
    }

    /** Answers a call of a tool that needs more than its client declared to have. */
    public static RpcError missingCapabilities(List<String> capabilities) {
        ObjectNode data = ToolJson.MAPPER.createObjectNode();
        ObjectNode required = data.putObject("requiredCapabilities");
        capabilities.forEach(required::putObject);
        return new RpcError(
                MISSING_CLIENT_CAPABILITY,
                "The client did not declare what this tool needs: " + String.join(", ", capabilities),
                data);
    }

    public static RpcError methodNotFound(String method) {
        return of(METHOD_NOT_FOUND, "Method not found: " + excerpt(method));
    }

    /** Answers a tool that does not exist and one that the caller may not see: both alike. */
    public static RpcError unknownTool(String name) {
        return of(INVALID_PARAMS, "Unknown tool: " + excerpt(name));
    }

    /** Says nothing but under which id the log tells more. */
    public static RpcError internal(String incident) {
        return of(INTERNAL_ERROR, "Internal error. The server's log has the details under " + incident + ".");
    }

    /** Repeats a caller's own words, but not megabytes of them. */
    private static String excerpt(String text) {
        return text.length() <= MAX_EXCERPT ? text : text.substring(0, MAX_EXCERPT) + "…";
    }
}
