/**
 * MCP's semantics: a parsed request of a known grant becomes a list or a call.
 *
 * <p>Knows nothing of servlets, and of vendors only that an upstream request can be handed to somebody.
 */
@NullMarked
package dev.mcpcodegen.runtime.server;

import org.jspecify.annotations.NullMarked;
