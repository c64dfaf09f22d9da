package dev.mcpcodegen.runtime.audit;

import java.util.concurrent.CompletionStage;

/** Writes the trail to the log. */
public final class LogAuditSink implements AuditSink {

    @Override
    public CompletionStage<Void> started(AuditEntry entry) {
        return java.util.concurrent.CompletableFuture.failedFuture(new AssertionError("in work"));
    }

    @Override
    public CompletionStage<Void> finished(AuditEntry entry, AuditEntry.Outcome outcome) {
        return java.util.concurrent.CompletableFuture.failedFuture(new AssertionError("in work"));
    }
}
