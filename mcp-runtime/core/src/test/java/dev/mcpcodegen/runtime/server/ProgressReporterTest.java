package dev.mcpcodegen.runtime.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.runtime.protocol.McpRequest;
import dev.mcpcodegen.runtime.protocol.Revision;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ProgressReporterTest {

    private static final String START = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":";

    private final List<String> sent = new ArrayList<>();
    private final NotificationSink client = json -> sent.add(new String(json, StandardCharsets.UTF_8));

    @Test
    void tellsOnlyNumbersThatIncrease() {
        ProgressReporter progress = reporter(Revision.R2026_07_28, "\"t\\u0041\"");

        progress.progressed(0, 100.0, "begun");
        progress.progressed(0, 100.0, "again");
        progress.progressed(-1, null, null);
        progress.progressed(0.5, Double.NaN, null);
        progress.progressed(Double.NaN, null, null);
        progress.progressed(Double.POSITIVE_INFINITY, null, null);
        progress.progressed(100, 100.0, null);

        assertThat(sent)
                .containsExactly(
                        START + "{\"progressToken\":\"t\\u0041\",\"progress\":0,\"total\":100,\"message\":\"begun\"}}",
                        START + "{\"progressToken\":\"t\\u0041\",\"progress\":0.5}}",
                        START + "{\"progressToken\":\"t\\u0041\",\"progress\":100,\"total\":100}}");
    }

    @Test
    void tellsNothingOnceTheCallHasEnded() {
        ProgressReporter progress = reporter(Revision.R2025_11_25, "7");

        progress.progressed(1, null, null);
        progress.end();
        progress.progressed(2, null, null);

        assertThat(sent).containsExactly(START + "{\"progressToken\":7,\"progress\":1}}");
    }

    @Test
    void theFirstRevisionHasNoMessages() {
        reporter(Revision.R2024_11_05, "7").progressed(1, null, "hello");

        assertThat(sent).containsExactly(START + "{\"progressToken\":7,\"progress\":1}}");
    }

    @Test
    void withoutATokenOrAWayToTellItThereIsNoReporter() {
        assertThat(ProgressReporter.of(Revision.R2025_11_25, new McpRequest("1", "tools/call", null, null), client))
                .isNull();
        assertThat(ProgressReporter.of(Revision.R2025_11_25, request("7"), NotificationSink.NONE))
                .isNull();
    }

    private ProgressReporter reporter(Revision revision, String token) {
        return Objects.requireNonNull(ProgressReporter.of(revision, request(token), client));
    }

    private static McpRequest request(String token) {
        return new McpRequest("1", "tools/call", null, token);
    }
}
