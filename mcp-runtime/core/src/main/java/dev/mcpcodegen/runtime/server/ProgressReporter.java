package dev.mcpcodegen.runtime.server;

import dev.mcpcodegen.runtime.protocol.McpRequest;
import dev.mcpcodegen.runtime.protocol.ProgressNotification;
import dev.mcpcodegen.runtime.protocol.Revision;
import dev.mcpcodegen.runtime.tool.ProgressListener;
import org.jspecify.annotations.Nullable;

/** Tells a client that gave a token how far its call is: numbers that only increase, and nothing once the call has ended (MCP, "Progress"). */
final class ProgressReporter implements ProgressListener {

    private final String token;
    private final boolean tellsMessages;
    private final NotificationSink client;
    private double last = Double.NEGATIVE_INFINITY;
    private volatile boolean hasEnded;

    private ProgressReporter(String token, boolean tellsMessages, NotificationSink client) {
        this.token = token;
        this.tellsMessages = tellsMessages;
        this.client = client;
    }

    /** Returns null when the client cannot be told or did not ask. */
    static @Nullable ProgressReporter of(Revision revision, McpRequest request, NotificationSink client) {
        String token = request.progressToken();
        return token == null || client == NotificationSink.NONE
                ? null
                : new ProgressReporter(token, revision != Revision.R2024_11_05, client);
    }

    /** Sends under the lock, so that two threads of a tool cannot overtake each other; the sink never blocks. */
    @Override
    public synchronized void progressed(double progress, @Nullable Double total, @Nullable String message) {
        if (hasEnded || !Double.isFinite(progress) || progress <= last) {
            return;
        }
        last = progress;
        client.send(ProgressNotification.write(token, progress, total, tellsMessages ? message : null));
    }

    /** Takes no lock: it may be called by a container's thread that holds what the sink needs. The sink itself drops what comes too late. */
    void end() {
        hasEnded = true;
    }
}
