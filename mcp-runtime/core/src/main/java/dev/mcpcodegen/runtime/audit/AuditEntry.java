package dev.mcpcodegen.runtime.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call as the audit knows it.
 *
 * @param id unique to the call
 * @param at when it was started
 * @param arguments what the caller sent, secrets replaced
 */
public record AuditEntry(
        String id,
        Instant at,
        String tenant,
        String account,
        String grant,
        String subject,
        String integration,
        String tool,
        boolean readOnly,
        ObjectNode arguments) {

    /**
     * How the call ended.
     *
     * @param status {@code ok} or {@code error}
     * @param errorKind sort of failure; null on success
     * @param upstreamStatus the vendor's HTTP status, when there was one
     * @param millis how long the call took
     */
    public record Outcome(
            String status,
            @Nullable String errorKind,
            @Nullable Integer upstreamStatus,
            long millis) {}
}
