package dev.mcpcodegen.runtime.protocol;

import dev.mcpcodegen.runtime.tool.TraceContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON-RPC request.
 *
 * @param id the id's JSON text, character for character as the client wrote it
 * @param params whatever came as {@code params}; null when absent
 * @param progressToken the JSON text of {@code params._meta.progressToken}, as the client wrote it; null when there is none to be used
 */
public record McpRequest(
        String id,
        String method,
        @Nullable JsonNode params,
        @Nullable String progressToken) implements McpMessage {

    static final String META_PREFIX = "io.modelcontextprotocol/";

    /** {@code params._meta}; null when absent or no object. */
    public @Nullable ObjectNode meta() {
        return params != null && params.get("_meta") instanceof ObjectNode meta ? meta : null;
    }

    /** A member of {@code params._meta} in MCP's own name space; null when absent. */
    @Nullable
    JsonNode meta(String name) {
        ObjectNode meta = meta();
        return meta == null ? null : meta.get(META_PREFIX + name);
    }

    /** Which of these capabilities the client did not declare with the request; before revision 2026-07-28 that is all of them. */
    public List<String> undeclared(List<String> capabilities) {
        if (capabilities.isEmpty()) {
            return capabilities;
        }
        JsonNode declared = meta("clientCapabilities");
        return capabilities.stream()
                .filter(capability -> declared == null || !declared.has(capability))
                .toList();
    }

    /** The trace the request is part of, in the names that MCP keeps free for it ({@code traceparent}, {@code tracestate}). */
    public Optional<TraceContext> trace() {
        ObjectNode meta = meta();
        return meta == null ? Optional.empty() : TraceContext.of(text(meta, "traceparent"), text(meta, "tracestate"));
    }

    /** A text among the parameters; null when absent or no text. */
    public @Nullable String text(String name) {
        return params == null ? null : text(params, name);
    }

    /** One of the parameters; null when absent. */
    public @Nullable JsonNode param(String name) {
        return params == null ? null : params.get(name);
    }

    /** Whether {@code params} has the form that MCP gives it: an object, or nothing. */
    public boolean hasObjectParams() {
        return params == null || params.isObject();
    }

    private static @Nullable String text(JsonNode object, String name) {
        JsonNode value = object.get(name);
        return value != null && value.isString() ? value.stringValue() : null;
    }
}
