/**
 * Who is calling, and what may they call: grants, the ports that find them and their credentials, and the one decision that serves both
 * list and call.
 *
 * <p>Knows nothing of HTTP, of MCP's wire format or of how a vendor is called.
 */
@NullMarked
package dev.mcpcodegen.runtime.access;

import org.jspecify.annotations.NullMarked;
