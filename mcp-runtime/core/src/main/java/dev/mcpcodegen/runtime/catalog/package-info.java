/**
 * The tools a deployment has and the part of them that a grant may see: loaded and checked at start, rendered once.
 *
 * <p>Knows nothing of how a tool is called, of MCP's envelope or of servlets.
 */
@NullMarked
package dev.mcpcodegen.runtime.catalog;

import org.jspecify.annotations.NullMarked;
