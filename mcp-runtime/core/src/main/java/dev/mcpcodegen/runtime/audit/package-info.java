/**
 * The trail of every call: a write is recorded before it leaves, every call when it ends.
 *
 * <p>Knows nothing of where the trail is kept; {@link dev.mcpcodegen.runtime.audit.LogAuditSink} writes it to the log.
 */
@NullMarked
package dev.mcpcodegen.runtime.audit;

import org.jspecify.annotations.NullMarked;
