package dev.mcpcodegen.runtime.audit;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the trail to the logger {@value #LOGGER}, one JSON object a line: for a write {@code STARTED} before it leaves, for every
 * call {@code ENDED}. A line is ASCII and holds no line break, so that no argument can forge another line.
 */
public final class LogAuditSink implements AuditSink {

    /** Where to route the trail in the configuration of the log. */
    public static final String LOGGER = "dev.mcpcodegen.audit";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final Consumer<String> lines;

    public LogAuditSink() {
        Logger logger = LoggerFactory.getLogger(LOGGER);
        this.lines = logger::info;
    }

    LogAuditSink(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public CompletionStage<Void> started(AuditEntry entry) {
        return entry.readOnly() ? CompletableFuture.completedFuture(null) : written(line("STARTED", entry));
    }

    @Override
    public CompletionStage<Void> finished(AuditEntry entry, AuditEntry.Outcome outcome) {
        ObjectNode line = line("ENDED", entry);
        line.put("status", outcome.status());
        if (outcome.errorKind() != null) {
            line.put("errorKind", outcome.errorKind());
        }
        if (outcome.upstreamStatus() != null) {
            line.put("upstreamStatus", outcome.upstreamStatus());
        }
        return written(line.put("millis", outcome.millis()));
    }

    private static ObjectNode line(String event, AuditEntry entry) {
        ObjectNode line = JSON.createObjectNode()
                .put("event", event)
                .put("call", entry.id())
                .put("at", entry.at().toString())
                .put("tenant", entry.tenant())
                .put("account", entry.account())
                .put("grant", entry.grant())
                .put("subject", entry.subject())
                .put("integration", entry.integration())
                .put("tool", entry.tool())
                .put("readOnly", entry.readOnly());
        line.set("arguments", entry.arguments());
        return line;
    }

    private CompletionStage<Void> written(ObjectNode line) {
        try {
            lines.accept(JSON.writeValueAsString(line));
            return CompletableFuture.completedFuture(null);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
