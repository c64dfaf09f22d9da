package dev.mcpcodegen.runtime.tool;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a tool answers (MCP, CallToolResult).
 *
 * @param content blocks for the model
 * @param structured the same as data; a JSON object, absent on errors
 * @param error why the call failed; absent on success
 * @param rateLimit what the vendor told about its limits on this call
 */
public record ToolResult(
        List<Content> content,
        @Nullable JsonNode structured,
        @Nullable ToolError error,
        @Nullable RateLimit rateLimit) {

    /** A JSON object, told to the model as compact text and to programs as {@code structuredContent}. */
    public static ToolResult json(JsonNode object) {
        return new ToolResult(List.of(new Content.Text(object.toString())), object, null, null);
    }

    /** Blocks of any kind, without data. */
    public static ToolResult of(Content... blocks) {
        return new ToolResult(List.of(blocks), null, null, null);
    }

    /** Text only. */
    public static ToolResult text(String text) {
        return of(new Content.Text(text));
    }

    /** A failure that the model can act on; {@code message} says what was wrong and what to do. */
    public static ToolResult failure(ToolError error, String message) {
        return new ToolResult(List.of(new Content.Text(message)), null, error, null);
    }

    public boolean isError() {
        return error != null;
    }

    public ToolResult withRateLimit(@Nullable RateLimit observed) {
        return new ToolResult(content, structured, error, observed);
    }
}
