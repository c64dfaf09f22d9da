package dev.mcpcodegen.runtime.tool;

import java.util.concurrent.CompletionStage;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sees every permitted call before it is audited as started and sent: may change arguments, answer itself, or change the result.
 *
 * <p>It runs after access control and cannot widen a grant. What it asks callers for beyond a tool's own arguments it declares in
 * {@link #describe}.
 */
public interface ToolInterceptor {

    /**
     * Says what clients are told about a tool; called once for each, at start. An argument that is added here is validated and audited
     * like the tool's own, and has to be taken out again before the call is passed on. The name stays as it is.
     *
     * @param tool the tool
     * @param definition its JSON as {@code tools/list} would show it (MCP, Tool); a copy that may be changed and returned
     */
    default ObjectNode describe(ToolDescriptor tool, ObjectNode definition) {
        return definition;
    }

    /** Passes the call on with {@code next}, or answers without it. */
    CompletionStage<ToolResult> intercept(ToolCall call, Next next);

    /** The rest of the chain, ending at the tool. */
    @FunctionalInterface
    interface Next {

        CompletionStage<ToolResult> proceed(ToolCall call);
    }
}
