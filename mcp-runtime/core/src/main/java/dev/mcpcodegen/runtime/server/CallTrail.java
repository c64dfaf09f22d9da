package dev.mcpcodegen.runtime.server;

import dev.mcpcodegen.runtime.audit.AuditEntry;
import dev.mcpcodegen.runtime.audit.AuditSink;
import dev.mcpcodegen.runtime.tool.ToolError;
import dev.mcpcodegen.runtime.tool.ToolResult;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the beginning and the end of calls to the audit, and never lets the audit's own failures get any further. Thread-safe. */
public final class CallTrail {

    private static final Logger LOG = LoggerFactory.getLogger(CallTrail.class);

    private final AuditSink sink;

    public CallTrail(AuditSink sink) {
        this.sink = sink;
    }

    /** Lets a write leave only after it stands in the audit; reads need no such promise. */
    CompletionStage<ToolResult> recorded(RunningCall<?> call, Supplier<CompletionStage<ToolResult>> action) {
        if (call.tool().descriptor().readOnly()) {
            return action.get();
        }
        return started(call).thenCompose(isRecorded -> {
            if (!isRecorded) {
                return Outcome.failure(
                        ToolError.Kind.UNAVAILABLE,
                        "The call could not be recorded in the audit, so nothing was sent. Try again later.");
            }
            return call.cancellation().isCancelled()
                    ? Outcome.failure(ToolError.Kind.CANCELLED, "The call was given up before anything was sent.")
                    : action.get();
        });
    }

    /** Records that a write is about to leave; completes with whether it stands in the audit. */
    private CompletionStage<Boolean> started(RunningCall<?> call) {
        return record(() -> sink.started(call.entry()), call.entry());
    }

    /** Records how a call ended. The answer does not wait for it: the call has happened, recorded or not. */
    void finished(RunningCall<?> call, @Nullable ToolResult result, Instant now) {
        long millis = Duration.between(call.startedAt(), now).toMillis();
        record(() -> sink.finished(call.entry(), outcome(result, millis)), call.entry());
    }

    private static AuditEntry.Outcome outcome(@Nullable ToolResult result, long millis) {
        if (result == null) {
            return new AuditEntry.Outcome("error", ToolError.Kind.INTERNAL.wireName(), null, millis);
        }
        ToolError error = result.error();
        return error == null
                ? new AuditEntry.Outcome("ok", null, null, millis)
                : new AuditEntry.Outcome("error", error.kind().wireName(), error.status(), millis);
    }

    private static CompletionStage<Boolean> record(Recording recording, AuditEntry entry) {
        try {
            return recording.write().handle((done, failure) -> isRecorded(entry, failure));
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(isRecorded(entry, e));
        }
    }

    private static boolean isRecorded(AuditEntry entry, @Nullable Throwable failure) {
        if (failure != null) {
            LOG.error("The audit did not take call {} of {}", entry.id(), entry.tool(), failure);
        }
        return failure == null;
    }

    @FunctionalInterface
    private interface Recording {
        CompletionStage<Void> write();
    }
}
