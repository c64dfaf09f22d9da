package dev.mcpcodegen.runtime.tool;

import tools.jackson.databind.node.ObjectNode;

/**
 * A call that was found permitted and valid, on its way to the tool.
 *
 * @param tool what is called
 * @param arguments the validated arguments under their tool-side names, without {@code limit} and {@code next_cursor}
 * @param context who calls
 */
public record ToolCall(Tool<?, ?> tool, ObjectNode arguments, CallContext context) {

    /** Returns this call with other arguments; they are validated again before they are bound. */
    public ToolCall withArguments(ObjectNode changed) {
        return new ToolCall(tool, changed, context);
    }
}
