package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.model.ToolModel.NameSource;

/**
 * What an operation does to what.
 *
 * @param resource in snake_case
 * @param method {@code list}, {@code get}, {@code create}, {@code update}, {@code delete}, or a verb in snake_case
 * @param source where the two come from
 */
record Classification(String resource, String method, NameSource source) {}
