package dev.mcpcodegen.runtime.tool;

import java.util.concurrent.CompletionStage;

/**
 * Sees every permitted call before it is audited as started and sent: may change arguments, answer itself, or change the result.
 *
 * <p>It runs after access control and cannot widen a grant.
 */
public interface ToolInterceptor {

    /** Passes the call on with {@code next}, or answers without it. */
    CompletionStage<ToolResult> intercept(ToolCall call, Next next);

    /** The rest of the chain, ending at the tool. */
    @FunctionalInterface
    interface Next {

        CompletionStage<ToolResult> proceed(ToolCall call);
    }
}
