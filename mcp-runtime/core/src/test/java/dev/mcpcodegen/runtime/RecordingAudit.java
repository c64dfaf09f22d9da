package dev.mcpcodegen.runtime;

import dev.mcpcodegen.runtime.audit.AuditEntry;
import dev.mcpcodegen.runtime.audit.AuditSink;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers the trail. */
public final class RecordingAudit implements AuditSink {

    public final List<String> events = new CopyOnWriteArrayList<>();
    public final List<AuditEntry> entries = new CopyOnWriteArrayList<>();
    public volatile boolean isBroken;

    @Override
    public CompletionStage<Void> started(AuditEntry entry) {
        return add("started " + entry.tool(), entry);
    }

    @Override
    public CompletionStage<Void> finished(AuditEntry entry, AuditEntry.Outcome outcome) {
        return add("finished " + entry.tool() + " " + outcome.status() + " " + outcome.errorKind(), entry);
    }

    private CompletionStage<Void> add(String event, AuditEntry entry) {
        if (isBroken) {
            return CompletableFuture.failedFuture(new IllegalStateException("disk full"));
        }
        events.add(event);
        entries.add(entry);
        return CompletableFuture.completedFuture(null);
    }
}
