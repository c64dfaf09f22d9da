package dev.mcpcodegen.runtime.tool;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who calls a tool, and until when an answer is of use.
 *
 * @param tenant the customer
 * @param account the integrated account the call works in
 * @param subject the one to whom the call is attributed, as it stands in the audit
 * @param deadline when the runtime gives the call up
 * @param trace the client's distributed trace; null when the client sent none
 * @param progressListener hears what {@link #progress} is told
 */
public record CallContext(
        String tenant,
        String account,
        String subject,
        Instant deadline,
        @Nullable TraceContext trace,
        ProgressListener progressListener) {

    /** Makes the context of a call whose client asked for nothing but the answer, as tests of a tool need it. */
    public CallContext(String tenant, String account, String subject, Instant deadline) {
        this(tenant, account, subject, deadline, null, ProgressListener.NONE);
    }

    /**
     * Tells the client how far the call is (MCP, "Progress"). Costs next to nothing when the client did not ask for it, and never blocks.
     *
     * <p>Clients are promised numbers that increase: one that is not above the last is left out, and so is anything after the result.
     * A client that reads too slowly misses some.
     *
     * @param progress how far, in whatever unit; above the last one
     * @param total what {@code progress} will be at the end; null when not known
     * @param message what is going on, for a person; not told to clients of MCP 2024-11-05
     */
    public void progress(double progress, @Nullable Double total, @Nullable String message) {
        progressListener.progressed(progress, total, message);
    }
}
