package dev.mcpcodegen.runtime.tool;

import tools.jackson.databind.node.ObjectNode;

/** The JSON object that {@code tools/list} shows for a tool (MCP, Tool), or where to find it. */
public sealed interface ToolDefinition {

    /** The folder of the class path that {@link Resource#path()} is relative to. */
    String ROOT = "META-INF/mcp-codegen/";

    /**
     * Rendered at build time.
     *
     * @param path a class path resource below {@link #ROOT}, such as {@code affinity/list_all_affinity_persons.json}
     */
    record Resource(String path) implements ToolDefinition {}

    /** Given in code, for hand-written tools. */
    record Inline(ObjectNode tool) implements ToolDefinition {}
}
