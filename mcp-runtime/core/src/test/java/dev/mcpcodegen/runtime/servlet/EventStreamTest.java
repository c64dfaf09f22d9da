package dev.mcpcodegen.runtime.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.runtime.McpConfig;
import dev.mcpcodegen.runtime.TestConfig;
import dev.mcpcodegen.runtime.TestTools;
import dev.mcpcodegen.runtime.access.Account;
import dev.mcpcodegen.runtime.access.Caller;
import dev.mcpcodegen.runtime.access.Capability;
import dev.mcpcodegen.runtime.access.Grant;
import dev.mcpcodegen.runtime.access.Subject;
import dev.mcpcodegen.runtime.tool.CallContext;
import dev.mcpcodegen.runtime.tool.ToolResult;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@NullUnmarked
class EventStreamTest {

    private static final String TOKEN = "s3cr3t-canary-token";
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
    private static final String BIG = "y".repeat(4_000_000);
    private static final String LAST_EVENT = "event: message\ndata: {\"jsonrpc\":\"2.0\",\"result\":";

    private final SlowVendor vendor = new SlowVendor();
    private volatile CompletableFuture<ToolResult> late = new CompletableFuture<>();
    private TestServer server;

    @AfterEach
    void stop() throws Exception {
        vendor.close();
        if (server != null) {
            late.complete(ToolResult.text("the end"));
            server.stop();
        }
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(20)
    void aCallThatTakesAWhileIsAnsweredByAStream(TestContainer container) throws Exception {
        start(container);

        HttpResponse<InputStream> answer = server.open(server.post("/mcp/" + TOKEN, person("")));
        String beats = ": keep-alive\n\n: keep-alive\n\n";
        String begin = new String(answer.body().readNBytes(beats.length()), StandardCharsets.UTF_8);
        vendor.answer.complete("{\"name\":\"Ada\"}");
        String end = new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        assertThat(answer.headers().firstValue("X-Accel-Buffering")).contains("no");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(begin).isEqualTo(beats);
        assertThat(end).contains(LAST_EVENT).contains("Ada").endsWith(",\"id\":\"a\"}\n\n");
        assertThat(end.lines()
                        .filter(line -> !line.isEmpty())
                        .filter(line -> !line.equals(": keep-alive"))
                        .toList())
                .hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void whoDoesNotNameEventsGetsJsonHoweverLongItTakes(TestContainer container) throws Exception {
        start(container);

        for (String accept : List.of("application/json", "*/*", "application/json, text/event-stream;q=0")) {
            CompletableFuture<HttpResponse<String>> call = server.start(server.request("/mcp/" + TOKEN)
                    .header("Content-Type", "application/json")
                    .header("Accept", accept)
                    .POST(HttpRequest.BodyPublishers.ofString(call("late", "\"progressToken\":1"))));
            TimeUnit.MILLISECONDS.sleep(200);
            assertThat(call).isNotDone();
            late.complete(ToolResult.text("the end"));
            late = new CompletableFuture<>();

            HttpResponse<String> answer = call.get(5, TimeUnit.SECONDS);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/json");
            assertThat(answer.body()).startsWith("{").endsWith(",\"id\":\"a\"}");
        }
    }

    @ParameterizedTest
    @EnumSource
    void batchesAreAlwaysJson(TestContainer container) throws Exception {
        start(container);

        CompletableFuture<HttpResponse<String>> call = server.start(server.post(
                "/mcp/" + TOKEN, "[" + call("steps", "\"progressToken\":1") + "," + call("late", "") + "]"));
        TimeUnit.MILLISECONDS.sleep(200);
        late.complete(ToolResult.text("the end"));

        assertThat(call.get(5, TimeUnit.SECONDS).body())
                .startsWith("[{")
                .endsWith("}]")
                .doesNotContain("progress");
    }

    @ParameterizedTest
    @EnumSource
    void progressIsToldAtOnceAndInOrder(TestContainer container) throws Exception {
        start(container);

        HttpResponse<String> answer =
                server.send(server.post("/mcp/" + TOKEN, call("steps", "\"progressToken\":\"t\\u0041\"")));

        String begin = "event: message\ndata: {\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":"
                + "{\"progressToken\":\"t\\u0041\",\"progress\":";
        assertThat(answer.body())
                .startsWith(": keep-alive\n\n" + begin + "0,\"total\":100,\"message\":\"begun\"}}\n\n" + begin
                        + "50,\"total\":100}}\n\n" + begin + "100}}\n\n" + LAST_EVENT)
                .endsWith("\"id\":\"a\"}\n\n");
        assertThat(server.send(server.post("/mcp/" + TOKEN, call("steps", ""))).body())
                .startsWith("{\"jsonrpc\"");
    }

    @ParameterizedTest
    @EnumSource
    void anErrorAfterTheStreamBeganIsItsLastEvent(TestContainer container) throws Exception {
        start(container);

        HttpResponse<String> answer = server.send(server.post("/mcp/" + TOKEN, call("bug", "\"progressToken\":1")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"error\":{\"code\":-32603").endsWith("\"id\":\"a\"}\n\n");
    }

    @ParameterizedTest
    @EnumSource
    void T_E07_aClientThatLeavesEndsTheVendorsCallAndTheTrailSaysSo(TestContainer container) throws Exception {
        start(container);

        try (Socket socket = connect(0)) {
            send(socket, person(""));
            assertThat(readUntil(socket, "keep-alive")).contains("text/event-stream");
            assertThat(vendor.closed).isNotDone();
        }

        vendor.closed.get(2, TimeUnit.SECONDS);
        awaitTrail("finished get_person error cancelled");
    }

    @ParameterizedTest
    @EnumSource
    void T_E07_aClientThatLeavesBeforeTheStreamBeginsIsNoticedAsWell(TestContainer container) throws Exception {
        start(container);

        try (Socket socket = connect(0)) {
            send(socket, person(""));
            TimeUnit.MILLISECONDS.sleep(20);
        }

        vendor.closed.get(2, TimeUnit.SECONDS);
        awaitTrail("finished get_person error cancelled");
    }

    @ParameterizedTest
    @EnumSource
    void T_E01_slowReadersOfLargeResultsHoldNoThread(TestContainer container) throws Exception {
        start(container);
        List<Socket> readers = new ArrayList<>();
        try {
            for (int i = 0; i < 40; i++) {
                // More than there are threads, of the container or for tools. The last one will read, the others do
                // not.
                Socket socket = connect(i == 39 ? 0 : 4096);
                readers.add(socket);
                send(socket, call(i % 8 < 7 ? "big" : "bigLater", "\"progressToken\":1"));
                readUntil(socket, "\r\n\r\n");
            }

            assertThat(server.runtime.requests().count()).isGreaterThan(35);
            for (int i = 0; i < 12; i++) {
                assertThat(server.start(server.post("/mcp/" + TOKEN, PING))
                                .get(5, TimeUnit.SECONDS)
                                .body())
                        .contains("\"id\":1");
            }
            assertThat(server.start(server.post("/mcp/" + TOKEN, call("steps", "\"progressToken\":1")))
                            .get(5, TimeUnit.SECONDS)
                            .body())
                    .contains("\"progress\":100");
            assertThat(readUntil(readers.get(39), "\"id\":\"a\"}\n\n")).contains(BIG.substring(0, 1000));
        } finally {
            for (Socket socket : readers) {
                socket.close();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void T_F06_aCallUnderWayIsAnsweredWhenTheApplicationStops(TestContainer container) throws Exception {
        start(container, "MCP_DRAIN_TIMEOUT", "10");
        CompletableFuture<HttpResponse<String>> stream = server.start(server.post("/mcp/" + TOKEN, call("late", "")));
        CompletableFuture<HttpResponse<String>> plain = server.start(plain(call("late", "")));
        awaitCalls(2);
        TimeUnit.MILLISECONDS.sleep(150);

        CompletableFuture<Void> stopped = CompletableFuture.runAsync(this::undeploy);
        for (int i = 0; i < 300 && !server.runtime.exchanges().isClosed(); i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(stopped).isNotDone();
        late.complete(ToolResult.text("the end"));

        assertThat(stream.get(2, TimeUnit.SECONDS).body()).contains("the end").endsWith("\n\n");
        assertThat(plain.get(2, TimeUnit.SECONDS).body()).contains("the end");
        stopped.get(2, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @EnumSource
    void T_F06_aCallThatTakesTooLongIsToldThatTheServerStops(TestContainer container) throws Exception {
        start(container, "MCP_DRAIN_TIMEOUT", "PT0.2S");
        CompletableFuture<HttpResponse<String>> stream = server.start(server.post("/mcp/" + TOKEN, person("")));
        CompletableFuture<HttpResponse<String>> plain = server.start(plain(person("")));
        awaitCalls(2);
        TimeUnit.MILLISECONDS.sleep(150);

        CompletableFuture<Void> stopped = CompletableFuture.runAsync(this::undeploy);

        assertThat(stream.get(5, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(stream.get().body())
                .startsWith(": keep-alive")
                .contains("event: message\ndata: {\"jsonrpc\":\"2.0\",\"error\":{\"code\":50301")
                .endsWith("\"id\":\"a\"}\n\n");
        assertThat(plain.get(2, TimeUnit.SECONDS).statusCode()).isEqualTo(503);
        assertThat(plain.get().headers().firstValue("Retry-After")).contains("5");
        assertThat(plain.get().body()).contains("\"code\":50301").endsWith("\"id\":\"a\"}");
        stopped.get(5, TimeUnit.SECONDS);
        awaitTrail("finished get_person error cancelled");
    }

    @ParameterizedTest
    @EnumSource
    void T_F06_whoComesWhenTheServerStopsIsSentAway(TestContainer container) throws Exception {
        start(container);
        server.runtime.close();

        HttpResponse<String> answer = server.send(server.post("/mcp/" + TOKEN, PING));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    }

    @ParameterizedTest
    @EnumSource
    void T_C07_aVendorLearnsTheTraceAndNothingElseOfTheRequest(TestContainer container) throws Exception {
        start(container);
        vendor.answer.complete("{}");
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

        server.send(server.post(
                        "/mcp/" + TOKEN,
                        person("\"traceparent\":\"" + trace + "\",\"tracestate\":\"a=1\",\"baggage\":\"canary=1\""))
                .header("traceparent", "00-" + "1".repeat(32) + "-" + "1".repeat(16) + "-00")
                .header("X-Request-Id", "canary")
                .header("Cookie", "session=canary"));
        server.send(server.post("/mcp/" + TOKEN, person("\"traceparent\":\"nonsense\",\"tracestate\":\"a=1\"")));

        assertThat(vendor.heads.get(0)).contains("traceparent: " + trace + "\n", "tracestate: a=1\n");
        assertThat(vendor.heads.get(1)).doesNotContain("trace");
        assertThat(vendor.heads).noneMatch(head -> head.contains("canary") || head.contains("1111"));
    }

    private void start(TestContainer container, String... settings) throws Exception {
        List<String> values = new ArrayList<>(List.of(
                "MCP_CONFIG", "absent/mcp.yaml",
                "MCP_CALL_TIMEOUT", "20",
                "MCP_STREAM_AFTER", "PT0.1S",
                "MCP_STREAM_KEEP_ALIVE", "PT0.1S",
                "MCP_DRAIN_TIMEOUT", "PT0.1S"));
        values.addAll(List.of(settings));
        McpConfig config = TestConfig.of(values.toArray(String[]::new));
        Account account = new Account("acme", "acme-crm", "crm", vendor.url(), true);
        server = new TestServer(
                container,
                config,
                TestTools.crm(
                        new TestTools.Write("late", (text, context) -> late),
                        new TestTools.Write("steps", (text, context) -> steps(context, "done")),
                        new TestTools.Write(
                                "big", (text, context) -> CompletableFuture.completedFuture(ToolResult.text(BIG))),
                        new TestTools.Write("bigLater", (text, context) -> steps(context, BIG)),
                        new TestTools.Write("bug", (text, context) -> {
                            context.progress(1, null, null);
                            throw new IllegalStateException("bug");
                        })),
                Map.of(
                        new Caller(TOKEN, null),
                        new Grant("grant-1", account, new Subject.Server("server-1"), Capability.ALL, null)));
    }

    private static CompletionStage<ToolResult> steps(CallContext context, String text) {
        context.progress(0, 100.0, "begun");
        context.progress(50, 100.0, null);
        context.progress(50, 100.0, "again");
        context.progress(100, null, null);
        return CompletableFuture.completedFuture(ToolResult.text(text));
    }

    private void undeploy() {
        try {
            server.undeploy();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder plain(String body) {
        return server.request("/mcp/" + TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private Socket connect(int receiveBuffer) throws IOException {
        Socket socket = new Socket();
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.setSoTimeout(10_000);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
        return socket;
    }

    private static void send(Socket socket, String body) throws IOException {
        socket.getOutputStream()
                .write(("POST /app/mcp/" + TOKEN + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                + "Accept: application/json, text/event-stream\r\nContent-Length: " + body.length()
                                + "\r\n\r\n" + body)
                        .getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads raw bytes, the frames of HTTP among them, so {@code end} has to be short enough to lie in one. */
    private static String readUntil(Socket socket, String end) throws IOException {
        InputStream input = socket.getInputStream();
        StringBuilder text = new StringBuilder();
        byte[] buffer = new byte[64 << 10];
        while (text.indexOf(end, Math.max(0, text.length() - buffer.length - end.length())) < 0) {
            int count = input.read(buffer);
            assertThat(count).as("closed after %s", text.length()).isPositive();
            text.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
        }
        return text.toString();
    }

    private void awaitTrail(String event) throws InterruptedException {
        for (int i = 0; i < 200 && !server.audit.events.contains(event); i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(server.audit.events).contains(event);
    }

    private void awaitCalls(int count) throws InterruptedException {
        for (int i = 0; i < 200 && vendor.heads.size() + server.audit.events.size() < count; i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private static String person(String meta) {
        return request("get_person", "\"id\":\"7\"", meta);
    }

    private static String call(String tool, String meta) {
        return request(tool, "\"text\":\"x\"", meta);
    }

    private static String request(String tool, String arguments, String meta) {
        return "{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                + "\",\"arguments\":{" + arguments + "},\"_meta\":{" + meta + "}}}";
    }
}
