package dev.mcpcodegen.codegen.lock;

import dev.mcpcodegen.codegen.model.ToolIdentity;

/**
 * One tool as its clients rely on it.
 *
 * @param identity the operation behind it
 * @param name under which clients call it
 * @param words digest of everything it tells a model in words
 * @param arguments an object whose members are the arguments
 */
public record ToolSurface(ToolIdentity identity, String name, String words, Shape arguments) {}
