package dev.mcpcodegen.runtime.server;

import dev.mcpcodegen.runtime.access.Account;
import dev.mcpcodegen.runtime.access.Grant;
import dev.mcpcodegen.runtime.audit.AuditArguments;
import dev.mcpcodegen.runtime.audit.AuditEntry;
import dev.mcpcodegen.runtime.catalog.CatalogTool;
import dev.mcpcodegen.runtime.tool.CallContext;
import dev.mcpcodegen.runtime.tool.ToolResult;
import dev.mcpcodegen.runtime.tool.TraceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call on its way.
 *
 * @param arguments as its caller sent them
 * @param entry the call as the audit knows it, secrets replaced
 * @param startedAt when its arguments were handed over
 * @param deadline when it is given up
 * @param depth how many calls led to this one, each made by the one before
 * @param others makes the calls that this one makes in turn
 * @param <A> the tool's arguments
 */
record RunningCall<A>(
        CatalogTool<A> tool,
        ObjectNode arguments,
        CallOrigin origin,
        AuditEntry entry,
        Instant startedAt,
        Instant deadline,
        int depth,
        Others others)
        implements CallContext {

    // The bits of a random UUID (RFC 9562, section 5.4).
    private static final long VERSION_MASK = 0xF000L;
    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    static <A> RunningCall<A> of(
            CatalogTool<A> tool,
            ObjectNode arguments,
            CallOrigin origin,
            Instant now,
            Instant deadline,
            int depth,
            Others others) {
        Grant grant = origin.grant();
        Account account = grant.account();
        AuditEntry entry = new AuditEntry(
                callId(),
                now,
                account.tenant(),
                account.id(),
                grant.id(),
                grant.subject().id(),
                tool.integration().name(),
                tool.descriptor().name(),
                tool.descriptor().readOnly(),
                AuditArguments.redact(arguments, tool.arguments().schema()));
        return new RunningCall<>(tool, arguments, origin, entry, now, deadline, depth, others);
    }

    /** Tells calls apart in the audit; nothing is secured by it, so it need not be hard to guess. */
    private static String callId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID((random.nextLong() & ~VERSION_MASK) | VERSION_4, (random.nextLong() >>> 2) | VARIANT)
                .toString();
    }

    /** A call that this one makes: for the same caller, until the same moment, given up together. How far it is, is its caller's to tell. */
    <B> RunningCall<B> inTurn(CatalogTool<B> other, ObjectNode arguments, Instant now) {
        return of(other, arguments, origin.withoutProgress(), now, deadline, depth + 1, others);
    }

    Grant grant() {
        return origin.grant();
    }

    Cancellation cancellation() {
        return origin.cancellation();
    }

    @Override
    public String tenant() {
        return grant().account().tenant();
    }

    @Override
    public String account() {
        return grant().account().id();
    }

    @Override
    public String subject() {
        return grant().subject().id();
    }

    @Override
    public Optional<TraceContext> trace() {
        return Optional.ofNullable(origin.trace());
    }

    @Override
    public void progress(double progress, @Nullable Double total, @Nullable String message) {
        origin.progress().progressed(progress, total, message);
    }

    @Override
    public CompletionStage<ToolResult> call(String name, ObjectNode arguments) {
        return others.call(this, name, arguments);
    }

    /** Calls a tool by its name on behalf of a call under way. */
    @FunctionalInterface
    interface Others {

        CompletionStage<ToolResult> call(RunningCall<?> outer, String name, ObjectNode arguments);
    }
}
