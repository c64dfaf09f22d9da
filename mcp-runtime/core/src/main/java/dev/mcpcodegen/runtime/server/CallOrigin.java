package dev.mcpcodegen.runtime.server;

import dev.mcpcodegen.runtime.access.Grant;
import dev.mcpcodegen.runtime.tool.ProgressListener;
import dev.mcpcodegen.runtime.tool.TraceContext;
import org.jspecify.annotations.Nullable;

/**
 * Where a call comes from.
 *
 * @param grant what its caller may do
 * @param cancellation given up by it when its client is gone
 * @param trace the client's distributed trace; null when it sent none
 * @param progress hears how far the call is
 * @param files what its client sends or wants beside it
 */
public record CallOrigin(
        Grant grant,
        Cancellation cancellation,
        @Nullable TraceContext trace,
        ProgressListener progress,
        FileOrigin files) {

    /** A call whose files travel within it. */
    public CallOrigin(Grant grant, Cancellation cancellation, @Nullable TraceContext trace, ProgressListener progress) {
        this(grant, cancellation, trace, progress, FileOrigin.NONE);
    }

    /** The same origin for a call that the client did not make itself. */
    CallOrigin withoutProgress() {
        FileOrigin within = new FileOrigin(files.reachedAt(), null, null);
        return new CallOrigin(grant, cancellation, trace, ProgressListener.NONE, within);
    }
}
