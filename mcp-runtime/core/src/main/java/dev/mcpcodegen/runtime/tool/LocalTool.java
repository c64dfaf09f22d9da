package dev.mcpcodegen.runtime.tool;

import java.util.concurrent.CompletionStage;

/**
 * A hand-written tool that answers without a vendor.
 *
 * @param <A> the arguments
 * @param <R> the result as a Java type
 */
public non-sealed interface LocalTool<A, R> extends Tool<A, R> {

    /** Answers a call, on the runtime's own bounded executor unless the tool {@linkplain #mayBlock says} that it never blocks. */
    CompletionStage<ToolResult> call(A arguments, CallContext context);

    /**
     * Whether {@link #call} may block: wait for a lock or for I/O, sleep, compute for more than a few milliseconds. A tool that does none of
     * it may say so; it is then called by the thread that serves the request, which costs less but holds up other callers if it is not true.
     */
    default boolean mayBlock() {
        return true;
    }
}
