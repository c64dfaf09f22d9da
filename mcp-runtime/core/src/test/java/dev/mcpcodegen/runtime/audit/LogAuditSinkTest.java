package dev.mcpcodegen.runtime.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.runtime.tool.ToolJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class LogAuditSinkTest {

    private final List<String> lines = new ArrayList<>();
    private final LogAuditSink sink = new LogAuditSink(lines::add);

    @Test
    void T_F01_writesAWriteBeforeItLeavesAndWhenItEnds() {
        AuditEntry entry = entry(false, "{\"name\":\"Ada\"}");

        assertThat(sink.started(entry).toCompletableFuture()).isCompleted();
        assertThat(sink.finished(entry, new AuditEntry.Outcome("error", "conflict", 409, 120))
                        .toCompletableFuture())
                .isCompleted();

        String common =
                "\"call\":\"c1\",\"at\":\"2026-11-21T12:00:00Z\",\"tenant\":\"acme\",\"account\":\"acme-affinity\",\"grant\":\"sales-team\","
                        + "\"subject\":\"ada\",\"integration\":\"affinity\",\"tool\":\"create_a_affinity_person\",\"readOnly\":false,"
                        + "\"arguments\":{\"name\":\"Ada\"}";
        assertThat(lines)
                .containsExactly(
                        "{\"event\":\"STARTED\"," + common + "}",
                        "{\"event\":\"ENDED\"," + common
                                + ",\"status\":\"error\",\"errorKind\":\"conflict\",\"upstreamStatus\":409,\"millis\":120}");
    }

    @Test
    void writesAReadOnlyWhenItEnds() {
        AuditEntry entry = entry(true, "{}");

        assertThat(sink.started(entry).toCompletableFuture()).isCompleted();
        assertThat(lines).isEmpty();
        assertThat(sink.finished(entry, new AuditEntry.Outcome("ok", null, null, 3))
                        .toCompletableFuture())
                .isCompleted();

        assertThat(lines).singleElement().asString().endsWith("\"arguments\":{},\"status\":\"ok\",\"millis\":3}");
    }

    @Test
    void T_F02_argumentsForgeNoLine() {
        sink.started(
                entry(false, "{\"a\\r\\n{\\\"event\\\"\":\"x\\n\\u0085\\u2028\\u202E{\\\"event\\\":\\\"ENDED\\\"}\"}"));

        assertThat(lines).singleElement().asString().matches("[\\x20-\\x7e]+").contains("\\u2028", "\\r\\n");
    }

    @Test
    void failsWhenTheLineCannotBeWritten() {
        LogAuditSink broken = new LogAuditSink(line -> {
            throw new IllegalStateException("disk full");
        });

        assertThat(broken.started(entry(false, "{}")).toCompletableFuture()).isCompletedExceptionally();
    }

    private static AuditEntry entry(boolean readOnly, String arguments) {
        return new AuditEntry(
                "c1",
                Instant.parse("2026-11-21T12:00:00Z"),
                "acme",
                "acme-affinity",
                "sales-team",
                "ada",
                "affinity",
                "create_a_affinity_person",
                readOnly,
                (ObjectNode) ToolJson.MAPPER.readTree(arguments));
    }
}
