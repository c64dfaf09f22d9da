package dev.mcpcodegen.runtime.server;

import org.jspecify.annotations.Nullable;

/**
 * The other end of a request.
 *
 * @param notifications told about a request under way; the requests of a batch have one answer and no place for anything else
 * @param reachedAt where it was seen to reach this server, without a trailing slash; null when that is not certain
 */
public record McpClient(
        NotificationSink notifications, @Nullable String reachedAt) {

    /** One that takes an answer and nothing before it, wherever it is. */
    public static final McpClient ANY = new McpClient(NotificationSink.NONE, null);
}
