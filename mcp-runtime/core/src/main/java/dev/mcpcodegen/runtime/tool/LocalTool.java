package dev.mcpcodegen.runtime.tool;

import java.util.concurrent.CompletionStage;

/**
 * A hand-written tool that answers without a vendor.
 *
 * @param <A> the arguments
 * @param <R> the result as a Java type
 */
public non-sealed interface LocalTool<A, R> extends Tool<A, R> {

    /** Answers a call. Runs on the runtime's own bounded executor, so it may block. */
    CompletionStage<ToolResult> call(A arguments, CallContext context);
}
