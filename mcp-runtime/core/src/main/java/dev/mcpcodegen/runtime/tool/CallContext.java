package dev.mcpcodegen.runtime.tool;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One call as its tool and its interceptors see it: who makes it, until when an answer is of use, and what else the caller may call. */
public interface CallContext {

    /** The customer. */
    String tenant();

    /** The integrated account that the call works in. */
    String account();

    /** The one to whom the call is attributed, as it stands in the audit. */
    String subject();

    /** When the runtime gives the call up. */
    Instant deadline();

    /** The client's distributed trace; calls of a vendor carry it on by themselves. */
    Optional<TraceContext> trace();

    /**
     * Tells the client how far the call is (MCP, "Progress"). Costs next to nothing when the client did not ask for it, and never blocks.
     *
     * <p>Clients are promised numbers that increase: one that is not above the last is left out, and so is anything after the result.
     * A client that reads too slowly misses some, and of a call within a call nothing is told.
     *
     * @param progress how far, in whatever unit
     * @param total what {@code progress} will be at the end; null when not known
     * @param message what is going on, for a person; not told to clients of MCP 2024-11-05
     */
    void progress(double progress, @Nullable Double total, @Nullable String message);

    /**
     * Calls another tool of the same integration for the same caller, as if the caller had: its arguments are validated, interceptors see
     * it, the audit records it. It shares this call's deadline and ends with it. Compose the stage rather than wait for it.
     *
     * @param tool the name of a tool; one that the caller may not call is a failed result, not an exception
     * @param arguments as a client would send them, {@code limit} and {@code next_cursor} included
     */
    CompletionStage<ToolResult> call(String tool, ObjectNode arguments);

    /** Calls another tool with its own type of arguments; for a page other than the first, call it by its name. */
    default <A> CompletionStage<ToolResult> call(Tool<A, ?> tool, A arguments) {
        return call(tool.descriptor().name(), ToolJson.MAPPER.valueToTree(arguments));
    }
}
