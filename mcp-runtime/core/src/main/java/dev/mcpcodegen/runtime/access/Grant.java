package dev.mcpcodegen.runtime.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may do, where, and as whom. Everything behind access control sees only this.
 *
 * @param id names the grant in audit and metrics; no secret
 * @param account where the calls go
 * @param subject to whom they are attributed
 * @param capability which tools
 * @param expiresAt when the grant ends; null for never
 * @param upstream429 how the caller is told of a vendor's rate limit
 */
public record Grant(
        String id,
        Account account,
        Subject subject,
        Capability capability,
        @Nullable Instant expiresAt,
        Upstream429 upstream429) {

    /** A grant whose calls tell of a vendor's rate limit in their results. */
    public Grant(String id, Account account, Subject subject, Capability capability, @Nullable Instant expiresAt) {
        this(id, account, subject, capability, expiresAt, Upstream429.TOOL_ERROR);
    }
}
