package dev.mcpcodegen.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.runtime.tool.Content;
import dev.mcpcodegen.runtime.tool.RateLimit;
import dev.mcpcodegen.runtime.tool.ToolError;
import dev.mcpcodegen.runtime.tool.ToolJson;
import dev.mcpcodegen.runtime.tool.ToolResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToolResultWriterTest {

    private static final RateLimit RATE_LIMIT = new RateLimit(
            900L,
            0L,
            30L,
            30L,
            List.of(new RateLimit.Policy("user", 900L, 0L, 30L), new RateLimit.Policy("org", null, 7L, null)));

    private final ToolResultWriter writer = new ToolResultWriter(new ServerInfo("crm", "Test CRM", "3.1", null));

    @Test
    void legacyResultsCarryOnlyWhatTheyKnow() {
        ToolResult result = ToolResult.json(ToolJson.MAPPER.createObjectNode().put("id", 7));

        assertThat(json(Revision.R2025_11_25, result))
                .isEqualTo(
                        "{\"content\":[{\"type\":\"text\",\"text\":\"{\\\"id\\\":7}\"}],\"structuredContent\":{\"id\":7}}");
    }

    @Test
    void modernResultsSayThatTheyAreCompleteAndFromWhom() {
        assertThat(json(Revision.R2026_07_28, ToolResult.text("hi")))
                .isEqualTo("{\"resultType\":\"complete\",\"content\":[{\"type\":\"text\",\"text\":\"hi\"}],"
                        + "\"_meta\":{\"io.modelcontextprotocol/serverInfo\":"
                        + "{\"name\":\"crm\",\"title\":\"Test CRM\",\"version\":\"3.1\"}}}");
    }

    @Test
    void aRateLimitedCallIsAnErrorWithItsNumbers() {
        ToolError error =
                new ToolError(ToolError.Kind.RATE_LIMITED, "upstream", 429, 30L, "rate_limit_exceeded", "Slow down");
        ToolResult result = ToolResult.failure(error, "Refused").withRateLimit(RATE_LIMIT);

        assertThat(json(Revision.R2025_11_25, result))
                .isEqualTo("{\"content\":[{\"type\":\"text\",\"text\":\"Refused\"}],\"isError\":true,"
                        + "\"_meta\":{\"dev.mcpcodegen/error\":{\"kind\":\"rate_limited\",\"source\":\"upstream\","
                        + "\"status\":429,\"retryAfter\":30,\"rateLimit\":{\"limit\":900,\"remaining\":0,\"reset\":30,"
                        + "\"policies\":[{\"name\":\"user\",\"limit\":900,\"remaining\":0,\"reset\":30},"
                        + "{\"name\":\"org\",\"remaining\":7}]},"
                        + "\"upstream\":{\"code\":\"rate_limit_exceeded\",\"message\":\"Slow down\"}}}}");
    }

    @Test
    void aSuccessTellsItsRateLimit() {
        assertThat(json(
                        Revision.R2025_11_25,
                        ToolResult.text("hi").withRateLimit(new RateLimit(9L, 3L, 1L, null, List.of()))))
                .contains("\"_meta\":{\"dev.mcpcodegen/rateLimit\":{\"limit\":9,\"remaining\":3,\"reset\":1}}");
    }

    @Test
    void errorsCarryNoStructuredContent() {
        ToolResult result = new ToolResult(
                List.of(), ToolJson.MAPPER.createObjectNode(), ToolError.gateway(ToolError.Kind.TIMEOUT), null);

        assertThat(json(Revision.R2026_07_28, result))
                .doesNotContain("structuredContent")
                .contains("\"content\":[]");
    }

    @Test
    void writesEveryKindOfContent() {
        ToolResult result = new ToolResult(
                List.of(
                        new Content.Image("aQ==", "image/png"),
                        new Content.Audio("aQ==", "audio/wav"),
                        new Content.ResourceLink("https://x/y", "y", "text/plain"),
                        new Content.TextResource("test://t", "text/plain", "hello"),
                        new Content.BlobResource("test://b", "application/pdf", "aQ==")),
                null,
                null,
                null);

        assertThat(json(Revision.R2025_11_25, result))
                .isEqualTo(
                        "{\"content\":[{\"type\":\"image\",\"data\":\"aQ==\",\"mimeType\":\"image/png\"},"
                                + "{\"type\":\"audio\",\"data\":\"aQ==\",\"mimeType\":\"audio/wav\"},"
                                + "{\"type\":\"resource_link\",\"uri\":\"https://x/y\",\"name\":\"y\",\"mimeType\":\"text/plain\"},"
                                + "{\"type\":\"resource\",\"resource\":{\"uri\":\"test://t\",\"mimeType\":\"text/plain\",\"text\":\"hello\"}},"
                                + "{\"type\":\"resource\",\"resource\":{\"uri\":\"test://b\",\"mimeType\":\"application/pdf\",\"blob\":\"aQ==\"}}]}");
    }

    @Test
    void aVendorsHalfSurrogateDoesNotBreakTheAnswer() {
        String json = json(
                Revision.R2025_11_25,
                ToolResult.json(ToolJson.MAPPER.createObjectNode().put("name", "a\ud800b")));

        assertThat(ToolJson.MAPPER.readTree(json).at("/structuredContent/name").asString())
                .isEqualTo("a?b");
    }

    @Test
    void whatARevisionDoesNotKnowBecomesAText() {
        ToolResult result = new ToolResult(
                List.of(
                        new Content.Audio("aQ==", "audio/wav"),
                        new Content.ResourceLink("https://x/y", "y", "text/plain")),
                ToolJson.MAPPER.createObjectNode(),
                null,
                null);

        assertThat(json(Revision.R2025_06_18, result)).contains("audio", "resource_link", "structuredContent");
        assertThat(json(Revision.R2025_03_26, result))
                .contains("\"type\":\"audio\"", "y (text/plain): https://x/y")
                .doesNotContain("resource_link", "structuredContent");
        assertThat(json(Revision.R2024_11_05, result))
                .contains("Audio (audio/wav)")
                .doesNotContain("\"audio\"");
    }

    @Test
    void onlyTheModernEraTakesStructuredContentOfAnyKind() {
        ToolResult result = new ToolResult(List.of(), ToolJson.MAPPER.createArrayNode(), null, null);

        assertThat(json(Revision.R2026_07_28, result)).contains("\"structuredContent\":[]");
        assertThat(json(Revision.R2025_11_25, result)).doesNotContain("structuredContent");
    }

    private String json(Revision revision, ToolResult result) {
        return new String(writer.write(revision, result), StandardCharsets.UTF_8);
    }
}
