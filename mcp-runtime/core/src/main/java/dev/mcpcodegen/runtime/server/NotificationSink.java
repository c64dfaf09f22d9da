package dev.mcpcodegen.runtime.server;

/** Takes what a client is told while its request is under way. Port; thread-safe, never blocks. */
@FunctionalInterface
public interface NotificationSink {

    /** A client that can take an answer and nothing before it. */
    NotificationSink NONE = notification -> {};

    /** Sends a JSON-RPC notification, unless the request has been answered or its client does not keep up. */
    void send(byte[] notification);
}
