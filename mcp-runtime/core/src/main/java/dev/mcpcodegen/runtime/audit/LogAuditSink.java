package dev.mcpcodegen.runtime.audit;

import java.io.StringWriter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the trail to the logger {@value #LOGGER}, one JSON object a line: for a write {@code STARTED} before it leaves, for every
 * call {@code ENDED}. A line is ASCII and holds no line break, so that no argument can forge another line.
 */
public final class LogAuditSink implements AuditSink {

    /** Where to route the trail in the configuration of the log. */
    public static final String LOGGER = "dev.mcpcodegen.audit";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** Of an ordinary line. */
    private static final int LINE_CHARACTERS = 512;

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
        return entry.readOnly() ? CompletableFuture.completedFuture(null) : written("STARTED", entry, null);
    }

    @Override
    public CompletionStage<Void> finished(AuditEntry entry, AuditEntry.Outcome outcome) {
        return written("ENDED", entry, outcome);
    }

    private CompletionStage<Void> written(String event, AuditEntry entry, AuditEntry.@Nullable Outcome outcome) {
        try {
            lines.accept(line(event, entry, outcome));
            return CompletableFuture.completedFuture(null);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static String line(String event, AuditEntry entry, AuditEntry.@Nullable Outcome outcome) {
        StringWriter line = new StringWriter(LINE_CHARACTERS);
        try (JsonGenerator generator = JSON.createGenerator(line)) {
            generator.writeStartObject();
            generator.writeStringProperty("event", event);
            writeEntry(generator, entry);
            if (outcome != null) {
                writeOutcome(generator, outcome);
            }
            generator.writeEndObject();
        }
        return line.toString();
    }

    private static void writeEntry(JsonGenerator generator, AuditEntry entry) {
        generator.writeStringProperty("call", entry.id());
        generator.writeStringProperty("at", entry.at().toString());
        generator.writeStringProperty("tenant", entry.tenant());
        generator.writeStringProperty("account", entry.account());
        generator.writeStringProperty("grant", entry.grant());
        generator.writeStringProperty("subject", entry.subject());
        generator.writeStringProperty("integration", entry.integration());
        generator.writeStringProperty("tool", entry.tool());
        generator.writeBooleanProperty("readOnly", entry.readOnly());
        generator.writeName("arguments");
        generator.writeTree(entry.arguments());
    }

    private static void writeOutcome(JsonGenerator generator, AuditEntry.Outcome outcome) {
        generator.writeStringProperty("status", outcome.status());
        if (outcome.errorKind() != null) {
            generator.writeStringProperty("errorKind", outcome.errorKind());
        }
        if (outcome.upstreamStatus() != null) {
            generator.writeNumberProperty("upstreamStatus", outcome.upstreamStatus());
        }
        generator.writeNumberProperty("millis", outcome.millis());
    }
}
