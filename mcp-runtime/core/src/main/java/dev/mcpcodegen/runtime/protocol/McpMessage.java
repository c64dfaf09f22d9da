package dev.mcpcodegen.runtime.protocol;

import org.jspecify.annotations.Nullable;

/** One JSON-RPC message as a client sent it. */
public sealed interface McpMessage
        permits McpRequest, McpMessage.Notification, McpMessage.Response, McpMessage.Malformed {

    /** Tells something and wants no answer. */
    record Notification(String method) implements McpMessage {}

    /** Answers a request that this server never sent. */
    record Response() implements McpMessage {}

    /**
     * Is no JSON-RPC message.
     *
     * @param id the message's id as it was written, when there is a usable one
     */
    record Malformed(@Nullable String id, RpcError error) implements McpMessage {}
}
