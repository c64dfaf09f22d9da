/**
 * Where the runtime's parts are configured and put together.
 *
 * <p>Knows every other package but the servlets; whoever serves HTTP builds a {@link dev.mcpcodegen.runtime.McpRuntime} and asks it.
 */
@NullMarked
package dev.mcpcodegen.runtime;

import org.jspecify.annotations.NullMarked;
