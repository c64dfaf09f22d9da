/**
 * One call to a vendor: URL, credential, deadline, caps, paging, rate limits, errors. The only user of the HTTP client.
 *
 * <p>Knows nothing of MCP's wire format or of servlets, and forwards nothing that came in with the caller's request.
 */
@NullMarked
package dev.mcpcodegen.runtime.upstream;

import org.jspecify.annotations.NullMarked;
