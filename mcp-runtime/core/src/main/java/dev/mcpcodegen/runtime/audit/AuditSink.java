package dev.mcpcodegen.runtime.audit;

import java.util.concurrent.CompletionStage;

/** Where calls are recorded. Port. */
public interface AuditSink {

    /** Records that a write is about to leave; the write leaves when the stage completes, and not at all when it fails. */
    CompletionStage<Void> started(AuditEntry entry);

    /** Records how a call ended. */
    CompletionStage<Void> finished(AuditEntry entry, AuditEntry.Outcome outcome);
}
