package dev.mcpcodegen.runtime.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.runtime.RecordingAudit;
import dev.mcpcodegen.runtime.TestTools;
import dev.mcpcodegen.runtime.access.Capability;
import dev.mcpcodegen.runtime.access.Grant;
import dev.mcpcodegen.runtime.catalog.ToolCatalog;
import dev.mcpcodegen.runtime.fields.DynamicTools;
import dev.mcpcodegen.runtime.limit.AccountSlots;
import dev.mcpcodegen.runtime.metrics.RuntimeMetrics;
import dev.mcpcodegen.runtime.protocol.EnvelopeReader;
import dev.mcpcodegen.runtime.protocol.McpAnswer;
import dev.mcpcodegen.runtime.tool.CallContext;
import dev.mcpcodegen.runtime.tool.Integration;
import dev.mcpcodegen.runtime.tool.LocalTool;
import dev.mcpcodegen.runtime.tool.RateLimit;
import dev.mcpcodegen.runtime.tool.ToolDescriptor;
import dev.mcpcodegen.runtime.tool.ToolError;
import dev.mcpcodegen.runtime.tool.ToolJson;
import dev.mcpcodegen.runtime.tool.ToolResult;
import dev.mcpcodegen.runtime.upstream.UpstreamCall;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class McpServerTest {

    private static final String ENVELOPE = "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientCapabilities\":{}}";

    private final Workers workers = new Workers();
    private final McpServer server = server(TestTools.crm(
            new TestTools.Write("note"),
            new TestTools.Write("bug", (text, context) -> {
                throw new IllegalStateException("secret detail");
            }),
            new TestTools.Write(
                    "limited",
                    (text, context) -> CompletableFuture.completedFuture(
                            ToolResult.failure(ToolError.gateway(ToolError.Kind.RATE_LIMITED), "Wait")
                                    .withRateLimit(new RateLimit(9L, 0L, 5L, 6L, List.of()))))));

    @AfterEach
    void stop() {
        workers.close();
    }

    @Test
    void shakesHandsInTheLegacyEra() {
        McpAnswer answer = send(
                "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-06-18\","
                        + "\"capabilities\":{},\"clientInfo\":{\"name\":\"c\",\"version\":\"1\"}}}");

        assertThat(text(answer))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":{\"protocolVersion\":\"2025-06-18\","
                        + "\"capabilities\":{\"tools\":{}},"
                        + "\"serverInfo\":{\"name\":\"crm\",\"title\":\"Test CRM\",\"version\":\"3.1\"},"
                        + "\"instructions\":\"Look a person up before you write a note.\"},\"id\":0}");
    }

    @ParameterizedTest
    @CsvSource({"2024-11-05,2024-11-05", "2026-07-28,2025-11-25", "1999-01-01,2025-11-25", "2025-11-25,2025-11-25"})
    void settlesOnALegacyRevision(String requested, String settled) {
        McpAnswer answer =
                send("{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\""
                        + requested + "\"}}");

        assertThat(json(answer).at("/result/protocolVersion").asString()).isEqualTo(settled);
    }

    @Test
    void discoversInTheModernEra() {
        McpAnswer answer = modern("server/discover", "");

        assertThat(text(answer))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":{\"resultType\":\"complete\","
                        + "\"supportedVersions\":[\"2026-07-28\"],\"capabilities\":{\"tools\":{}},"
                        + "\"instructions\":\"Look a person up before you write a note.\","
                        + "\"ttlMs\":3600000,\"cacheScope\":\"private\","
                        + "\"_meta\":{\"io.modelcontextprotocol/serverInfo\":"
                        + "{\"name\":\"crm\",\"title\":\"Test CRM\",\"version\":\"3.1\"}}},\"id\":\"m-1\"}");
    }

    @Test
    void listsTheSameToolsInBothEras() {
        JsonNode modern = json(modern("tools/list", ""));
        JsonNode legacy = json(send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}"));

        assertThat(names(modern))
                .isEqualTo(names(legacy))
                .containsExactly("get_person", "echo", "note", "bug", "limited");
        assertThat(modern.path("result").propertyNames())
                .containsExactly("resultType", "tools", "ttlMs", "cacheScope", "_meta");
        assertThat(legacy.path("result").propertyNames()).containsExactly("tools");
    }

    @Test
    void callsAToolInBothEras() {
        String call = "\"name\":\"echo\",\"arguments\":{\"text\":\"hi\"}";

        assertThat(json(modern("tools/call", call, "Mcp-Name", "echo"))
                        .at("/result/resultType")
                        .asString())
                .isEqualTo("complete");
        assertThat(json(send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{" + call + "}}"))
                        .at("/result/content/0/text")
                        .asString())
                .isEqualTo("hi");
    }

    @Test
    void aToolThatNeedsMoreThanTheClientDeclaredIsNotCalled() {
        LocalTool<?, ?> asking = new Asking();
        McpServer server = server(TestTools.crm(asking));
        String request = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"ask\"%s}}";
        String[] headers = {"MCP-Protocol-Version", "2026-07-28", "Mcp-Method", "tools/call", "Mcp-Name", "ask"};

        McpAnswer without = send(server, TestTools.grant(), request.formatted("," + ENVELOPE), headers);
        McpAnswer with = send(
                server,
                TestTools.grant(),
                request.formatted("," + ENVELOPE.replace("{}", "{\"elicitation\":{}}")),
                headers);
        McpAnswer legacy = send(server, TestTools.grant(), request.formatted(""));

        assertThat(without.status()).isEqualTo(400);
        assertThat(json(without).at("/error/code").asInt()).isEqualTo(-32021);
        assertThat(json(without)
                        .at("/error/data/requiredCapabilities/elicitation")
                        .isObject())
                .isTrue();
        assertThat(json(with).at("/result/content/0/text").asString()).isEqualTo("asked");
        assertThat(legacy.status()).isEqualTo(200);
        assertThat(json(legacy).at("/error/code").asInt()).isEqualTo(-32021);
    }

    @Test
    void T_C04_aHiddenToolIsAnsweredAsAnUnknownOne() {
        Grant reader = TestTools.grant("read");
        String call = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"%s\"}}";

        McpAnswer hidden = send(server, reader, call.formatted("note"));
        McpAnswer unknown = send(server, reader, call.formatted("nope"));

        assertThat(text(hidden)).contains("Unknown tool: note").contains("-32602");
        assertThat(text(hidden).replace("note", "nope")).isEqualTo(text(unknown));
        assertThat(hidden.status()).isEqualTo(unknown.status());
        assertThat(text(send(server, reader, "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}")))
                .doesNotContain("note\"");
    }

    @Test
    void rateLimitsGoBesideTheAnswer() {
        McpAnswer answer = send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":"
                + "{\"name\":\"limited\",\"arguments\":{\"text\":\"x\"}}}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.rateLimit()).isEqualTo(new RateLimit(9L, 0L, 5L, 6L, List.of()));
        assertThat(json(answer).at("/result/isError").asBoolean()).isTrue();
    }

    @Test
    void ourOwnFaultsTellNothingButAnIncident() {
        McpAnswer answer = send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":"
                + "{\"name\":\"bug\",\"arguments\":{\"text\":\"x\"}}}");

        assertThat(json(answer).at("/error/code").asInt()).isEqualTo(-32603);
        assertThat(text(answer)).doesNotContain("secret").doesNotContain("Exception");
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void answersBatchesOfTheRevisionThatHasThem() {
        McpAnswer answer = send("[{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"ping\"},"
                + "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"},8,"
                + "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"nope\"}]");

        assertThat(text(answer))
                .isEqualTo(
                        "[{\"jsonrpc\":\"2.0\",\"result\":{},\"id\":\"a\"},"
                                + "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32600,"
                                + "\"message\":\"Invalid request: a message is a JSON object\"}},"
                                + "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32601,\"message\":\"Method not found: nope\"},\"id\":2}]");
        assertThat(send("[{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}]"))
                .isEqualTo(McpAnswer.ACCEPTED);
    }

    @Test
    void anIntegrationForPersonsRefusesServers() {
        Integration personal = Integration.builder("crm")
                .displayName("Personal CRM")
                .personOnly()
                .build();

        McpAnswer answer =
                send(server(personal), TestTools.grant(), "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(text(answer)).contains("only be used by a person").endsWith(",\"id\":1}");
    }

    @Test
    void anIntegrationThatIsNotDeployedIsSaidToBeMissing() {
        McpAnswer answer = send(
                server, TestTools.grant("erp", Capability.ALL), "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(text(answer)).contains("erp");
    }

    /** {@code BV} is a complete modern envelope of this revision; headers are name=value, separated by a bar. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/requests.csv", delimiter = ';', quoteCharacter = '`', maxCharsPerColumn = 100_000)
    void T_B08_T_C08_oddAndHostileRequestsGetTheirStatusAndCode(
            String claim, String body, String headers, int status, String code) {
        String sent = body.replace("@ENV@", ENVELOPE)
                .replace("@DEEP@", "[".repeat(70) + "]".repeat(70))
                .replace("@LONG@", "9".repeat(101))
                .replace("@NAME@", "x".repeat(100_000));
        String[] pairs = headers.equals("-") ? new String[0] : headers.split("[=|]");

        McpAnswer answer = send(server, TestTools.grant(), sent, pairs);

        assertThat(answer.status()).as(text(answer)).isEqualTo(status);
        assertThat(code(answer)).as(text(answer)).isEqualTo(code);
        assertThat(answer.length()).isLessThan(5_000);
    }

    private static String code(McpAnswer answer) {
        if (answer.body().isEmpty()) {
            return "empty";
        }
        JsonNode json = json(answer);
        if (json.isArray()) {
            return "array";
        }
        if (json.has("error")) {
            return json.at("/error/code").asString();
        }
        return json.at("/result/isError").asBoolean(false) ? "isError" : "result";
    }

    private McpServer server(Integration integration) {
        ToolCatalog catalog = ToolCatalog.load(List.of(integration), Map.of(), Integer.MAX_VALUE);
        Function<UpstreamCall, CompletableFuture<ToolResult>> upstream =
                call -> CompletableFuture.completedFuture(ToolResult.text("from the vendor"));
        DynamicTools dynamicTools =
                DynamicTools.of(catalog, upstream, workers::after, workers::soon, Clock.systemUTC());
        ToolCaller caller = new ToolCaller(
                catalog,
                dynamicTools,
                List.of(),
                new CallTrail(new RecordingAudit()),
                upstream,
                workers,
                new AccountSlots(10, 10, workers::soon),
                new RuntimeMetrics(),
                TestFiles.router(catalog),
                Duration.ofSeconds(10),
                Clock.systemUTC());
        return new McpServer(catalog, caller, dynamicTools);
    }

    private McpAnswer modern(String method, String params, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 4);
        all[headers.length] = "MCP-Protocol-Version";
        all[headers.length + 1] = "2026-07-28";
        all[headers.length + 2] = "Mcp-Method";
        all[headers.length + 3] = method;
        String separator = params.isEmpty() ? "" : ",";
        return send(
                server,
                TestTools.grant(),
                "{\"jsonrpc\":\"2.0\",\"id\":\"m-1\",\"method\":\"" + method + "\",\"params\":{" + ENVELOPE + separator
                        + params + "}}",
                all);
    }

    private McpAnswer send(String body) {
        return send(server, TestTools.grant(), body);
    }

    private static McpAnswer send(McpServer server, Grant grant, String body, String... headers) {
        return server.handle(
                        grant,
                        new EnvelopeReader().read(body.getBytes(StandardCharsets.UTF_8)),
                        name -> headerValues(name, headers),
                        new Cancellation(),
                        McpClient.ANY)
                .toCompletableFuture()
                .join();
    }

    private static List<String> headerValues(String name, String... namesAndValues) {
        List<String> values = new java.util.ArrayList<>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            if (name.equalsIgnoreCase(namesAndValues[i])) {
                values.add(namesAndValues[i + 1]);
            }
        }
        return values;
    }

    private static List<String> names(JsonNode answer) {
        return answer.at("/result/tools")
                .valueStream()
                .map(tool -> tool.path("name").asString())
                .toList();
    }

    private static JsonNode json(McpAnswer answer) {
        return ToolJson.MAPPER.readTree(text(answer));
    }

    private static String text(McpAnswer answer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        answer.body().forEach(bytes::writeBytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Would ask the person at the client. */
    private static final class Asking implements LocalTool<JsonNode, JsonNode> {

        private static final ToolDescriptor DESCRIPTOR = ToolDescriptor.builder("ask")
                .clientCapabilities("elicitation")
                .describedBy("{\"description\":\"Asks.\",\"inputSchema\":{\"type\":\"object\"}}")
                .build();

        @Override
        public ToolDescriptor descriptor() {
            return DESCRIPTOR;
        }

        @Override
        public CompletionStage<ToolResult> call(JsonNode arguments, CallContext context) {
            return CompletableFuture.completedFuture(ToolResult.text("asked"));
        }
    }
}
