package dev.mcpcodegen.runtime.server;

import dev.mcpcodegen.runtime.access.Account;
import dev.mcpcodegen.runtime.access.Grant;
import dev.mcpcodegen.runtime.audit.AuditArguments;
import dev.mcpcodegen.runtime.audit.AuditEntry;
import dev.mcpcodegen.runtime.catalog.CatalogTool;
import dev.mcpcodegen.runtime.tool.CallContext;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call on its way.
 *
 * @param entry the call as the audit knows it, secrets replaced
 * @param startedAt when its arguments were handed over
 * @param deadline when it is given up
 * @param <A> the tool's arguments
 */
record RunningCall<A>(
        CatalogTool<A> tool,
        Grant grant,
        CallContext context,
        AuditEntry entry,
        Instant startedAt,
        Instant deadline,
        Cancellation cancellation) {

    static <A> RunningCall<A> of(
            CatalogTool<A> tool, ObjectNode arguments, CallOrigin origin, Instant now, Duration timeout) {
        Grant grant = origin.grant();
        Account account = grant.account();
        Instant deadline = now.plus(timeout);
        CallContext context = new CallContext(
                account.tenant(), account.id(), grant.subject().id(), deadline, origin.trace(), origin.progress());
        AuditEntry entry = new AuditEntry(
                UUID.randomUUID().toString(),
                now,
                account.tenant(),
                account.id(),
                grant.id(),
                grant.subject().id(),
                tool.integration().name(),
                tool.descriptor().name(),
                tool.descriptor().readOnly(),
                AuditArguments.redact(arguments, tool.arguments().schema()));
        return new RunningCall<>(tool, grant, context, entry, now, deadline, origin.cancellation());
    }
}
