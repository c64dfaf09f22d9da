package dev.mcpcodegen.runtime.protocol;

import org.jspecify.annotations.Nullable;

/**
 * How a server presents itself (MCP, Implementation).
 *
 * @param name for programs
 * @param title for people
 * @param instructions how its tools fit together, for the model
 */
public record ServerInfo(
        String name, String title, String version, @Nullable String instructions) {}
