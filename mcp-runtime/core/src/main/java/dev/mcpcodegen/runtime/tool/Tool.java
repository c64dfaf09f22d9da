package dev.mcpcodegen.runtime.tool;

/**
 * One thing an MCP client can call.
 *
 * <p>The runtime reads {@code A} and {@code R} from the class that implements this interface, so a tool is a named class, not a
 * lambda.
 *
 * @param <A> the arguments: a record whose components carry the argument names ({@code @JsonProperty}), without {@code limit} and
 *     {@code next_cursor}, which the runtime handles itself
 * @param <R> the result as a Java type; proxying never materialises it
 */
public sealed interface Tool<A, R> permits UpstreamTool, LocalTool {

    /** What clients and the runtime are told about this tool; the same instance on every call. */
    ToolDescriptor descriptor();
}
