package dev.mcpcodegen.runtime.tool;

import java.time.Instant;

/**
 * Who calls a tool, and until when an answer is of use.
 *
 * @param tenant the customer
 * @param account the integrated account the call works in
 * @param subject the one to whom the call is attributed, as it stands in the audit
 * @param deadline when the runtime gives the call up
 */
public record CallContext(String tenant, String account, String subject, Instant deadline) {}
