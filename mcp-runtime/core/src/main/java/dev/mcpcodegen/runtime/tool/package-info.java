/**
 * The API that generated and hand-written tools compile against: what a tool is, what it asks of a vendor, what it answers.
 *
 * <p>Knows nothing of MCP's wire format, of callers and their rights, of HTTP clients or of servlets.
 */
@NullMarked
package dev.mcpcodegen.runtime.tool;

import org.jspecify.annotations.NullMarked;
