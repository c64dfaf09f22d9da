/**
 * JSON-RPC and MCP on the wire: envelopes, revisions, header rules, errors, results.
 *
 * <p>Knows nothing of servlets, of HTTP clients, or of who is calling.
 */
@NullMarked
package dev.mcpcodegen.runtime.protocol;

import org.jspecify.annotations.NullMarked;
