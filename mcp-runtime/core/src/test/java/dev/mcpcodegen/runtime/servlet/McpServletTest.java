package dev.mcpcodegen.runtime.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.runtime.McpConfig;
import dev.mcpcodegen.runtime.TestConfig;
import dev.mcpcodegen.runtime.TestTools;
import dev.mcpcodegen.runtime.access.Caller;
import dev.mcpcodegen.runtime.tool.RateLimit;
import dev.mcpcodegen.runtime.tool.ToolError;
import dev.mcpcodegen.runtime.tool.ToolResult;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class McpServletTest {

    private static final String TOKEN = "s3cr3t-canary-token";
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
    private static final String LIST = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";
    private static final String BIG = "y".repeat(3_000_000);

    private static final PrintStream ERROR_STREAM = System.err;
    private static final ByteArrayOutputStream LOG = new ByteArrayOutputStream();
    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        System.setErr(new PrintStream(LOG, true, StandardCharsets.UTF_8));
        McpConfig config = TestConfig.of(
                "MCP_PUBLIC_URL", "https://mcp.example.com/app",
                "MCP_ALLOWED_ORIGINS", "https://chat.example.com",
                "MCP_CONFIG", "absent/mcp.yaml",
                "MCP_CALL_TIMEOUT", "5",
                "MCP_MAX_REQUEST_BYTES", "20000");
        server = new TestServer(
                config,
                TestTools.crm(
                        new TestTools.Write("note"),
                        new TestTools.Write(
                                "big", (text, context) -> CompletableFuture.completedFuture(ToolResult.text(BIG))),
                        new TestTools.Write(
                                "limited",
                                (text, context) -> CompletableFuture.completedFuture(
                                        ToolResult.failure(ToolError.gateway(ToolError.Kind.RATE_LIMITED), "Wait")
                                                .withRateLimit(new RateLimit(900L, 0L, 30L, 31L, List.of())))),
                        new TestTools.Write("bug", (text, context) -> {
                            throw new IllegalStateException("bug");
                        })),
                Map.of(
                        new Caller(TOKEN, null),
                        TestTools.grant(),
                        new Caller("reader", null),
                        TestTools.grant("read"),
                        new Caller(null, "bearer-canary"),
                        TestTools.grant()));
    }

    @AfterAll
    static void stop() throws Exception {
        server.stop();
        System.setErr(ERROR_STREAM);
    }

    @Test
    void listsAndCalls() throws Exception {
        HttpResponse<String> list = send(LIST);
        HttpResponse<String> call = send(call("echo", "hi"));

        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(list.body()).contains("\"name\":\"get_person\"").endsWith(",\"id\":1}");
        assertThat(call.body()).contains("\"text\":\"hi\"");
        assertThat(list.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(list.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    }

    @Test
    void compressesTheListForWhoTakesGzip() throws Exception {
        HttpRequest request = server.post("/mcp/" + TOKEN, LIST)
                .header("Accept-Encoding", "gzip")
                .build();

        HttpResponse<InputStream> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());

        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(answer.headers().allValues("Vary")).contains("Accept-Encoding");
        String plain = new String(new GZIPInputStream(answer.body()).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(plain).isEqualTo(send(LIST).body());
    }

    @Test
    void servesTheModernEraOnTheSameUrl() throws Exception {
        String body = "{\"jsonrpc\":\"2.0\",\"id\":\"d\",\"method\":\"server/discover\",\"params\":{\"_meta\":{"
                + "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                + "\"io.modelcontextprotocol/clientCapabilities\":{}}}}";

        HttpResponse<String> answer = server.send(server.post("/mcp/" + TOKEN, body)
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", "server/discover"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"supportedVersions\":[\"2026-07-28\"]");
    }

    @Test
    void T_C08_headersAreComparedAsTheyCame() throws Exception {
        String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{\"_meta\":{"
                + "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                + "\"io.modelcontextprotocol/clientCapabilities\":{}}}}";

        HttpResponse<String> answer = server.send(server.post("/mcp/" + TOKEN, body)
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", "tools/list")
                .header("Mcp-Method", "tools/call"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("-32020");
    }

    @Test
    void answersBatchesAndAcceptsNotifications() throws Exception {
        assertThat(send("[" + PING + "]").body()).isEqualTo("[{\"jsonrpc\":\"2.0\",\"result\":{},\"id\":1}]");

        HttpResponse<String> accepted = send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(accepted.body()).isEmpty();
    }

    @Test
    void writesLargeAnswersWhole() throws Exception {
        assertThat(send(call("big", "x")).body()).contains(BIG).endsWith(",\"id\":1}");
    }

    @Test
    void tellsRateLimitsInHeaders() throws Exception {
        HttpResponse<String> answer = send(call("limited", "x"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ratelimit-limit")).contains("900");
        assertThat(answer.headers().firstValue("ratelimit-remaining")).contains("0");
        assertThat(answer.headers().firstValue("ratelimit-reset")).contains("30");
        assertThat(answer.headers().firstValue("retry-after")).contains("31");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE", "PUT", "HEAD", "OPTIONS", "PATCH"})
    void servesNothingButPost(String method) throws Exception {
        HttpResponse<String> answer =
                server.send(server.request("/mcp/" + TOKEN).method(method, HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mcp/" + TOKEN + "/x", "/mcp/.well-known/openid-configuration", "/mcp/" + TOKEN + "/"})
    void deeperPathsDoNotExist(String path) throws Exception {
        assertThat(server.send(server.request(path).GET()).statusCode()).isEqualTo(404);
        assertThat(server.send(server.post(path, PING)).statusCode()).isEqualTo(404);
    }

    @Test
    void T_C02_aDeadTokenIsNotFoundAndNotRepeated() throws Exception {
        HttpResponse<String> answer = server.send(server.post("/mcp/dead-canary", PING));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .contains("\"jsonrpc\":\"2.0\"")
                .contains("\"code\":40401")
                .doesNotContain("dead-canary");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mcp", "/mcp/"})
    void credentialsInHeadersAreChallenged(String path) throws Exception {
        HttpResponse<String> missing = server.send(server.post(path, PING));
        HttpResponse<String> wrong = server.send(server.post(path, PING).header("Authorization", "Bearer nope"));
        HttpResponse<String> right =
                server.send(server.post(path, PING).header("Authorization", "bearer bearer-canary"));

        assertThat(missing.statusCode()).isEqualTo(401);
        assertThat(missing.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(right.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "https://chat.example.com, 200",
        "HTTPS://Chat.Example.com:443, 200",
        "https://mcp.example.com, 200",
        "http://localhost:6274, 200",
        "http://127.0.0.1, 200",
        "http://[::1]:3000, 200",
        "https://evil.example.com, 403",
        "http://chat.example.com, 403",
        "https://chat.example.com.evil.com, 403",
        "http://localhost.evil.com, 403",
        "http://127.0.0.1.evil.com, 403",
        "http://user@localhost, 403",
        "null, 403",
        "nonsense, 403",
        "file://localhost, 403"
    })
    void T_C09_onlyKnownOriginsMayCall(String origin, int status) throws Exception {
        assertThat(server.send(server.post("/mcp/" + TOKEN, PING).header("Origin", origin))
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void T_C09_anOriginGivenTwiceIsRefusedOnEveryMethod() throws Exception {
        HttpRequest.Builder post = server.post("/mcp/" + TOKEN, PING)
                .header("Origin", "https://chat.example.com")
                .header("Origin", "https://evil.example.com");
        HttpRequest.Builder get = server.request("/mcp/" + TOKEN).header("Origin", "https://evil.example.com");

        assertThat(server.send(post).statusCode()).isEqualTo(403);
        assertThat(server.send(get).statusCode()).isEqualTo(403);
    }

    @Test
    void T_C09_anOriginThatEqualsTheHostIsNoProof() throws Exception {
        String head =
                "POST /app/mcp/" + TOKEN + " HTTP/1.1\r\nHost: evil.example.com\r\nOrigin: http://evil.example.com\r\n"
                        + "Content-Type: application/json\r\nConnection: close\r\nContent-Length: " + PING.length()
                        + "\r\n\r\n";

        assertThat(raw(head + PING)).startsWith("HTTP/1.1 403");
    }

    @Test
    void configuredOriginsMayReadAnswersAndAskBefore() throws Exception {
        HttpResponse<String> preflight = server.send(server.request("/mcp/dead")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", "https://chat.example.com")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type,mcp-param-region"));
        HttpResponse<String> refused =
                server.send(server.post("/mcp/dead", PING).header("Origin", "https://chat.example.com"));

        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                .contains("https://chat.example.com");
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers"))
                .contains("content-type,mcp-param-region");
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).contains("https://chat.example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/jsonx", "multipart/form-data", "application/x-www-form-urlencoded"})
    void refusesOtherMediaTypes(String contentType) throws Exception {
        HttpRequest.Builder request = server.request("/mcp/" + TOKEN)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(PING));

        assertThat(server.send(request).statusCode()).isEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource({"text/html, 406", "'text/html, image/png;q=0.5', 406", "*/*, 200", "application/json;q=1, 200"})
    void refusesOnlyWhoAcceptsNothingOfUse(String accept, int status) throws Exception {
        HttpRequest.Builder request = server.request("/mcp/" + TOKEN)
                .header("Content-Type", "application/json")
                .header("Accept", accept)
                .POST(HttpRequest.BodyPublishers.ofString(PING));

        assertThat(server.send(request).statusCode()).isEqualTo(status);
    }

    @Test
    void T_B08_refusesBodiesThatAreTooLarge() throws Exception {
        String body = PING + " ".repeat(30_000);
        HttpRequest.Builder chunked = server.request("/mcp/" + TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))));

        assertThat(server.send(server.post("/mcp/" + TOKEN, body)).statusCode()).isEqualTo(413);
        assertThat(server.send(chunked).statusCode()).isEqualTo(413);
        assertThat(send(PING + " ".repeat(19_000)).statusCode()).isEqualTo(200);
    }

    @Test
    void T_B08_aClientThatSendsTooMuchSeesTheAnswer() throws Exception {
        URI uri = server.request("/mcp/" + TOKEN).build().uri();
        String request = "POST " + uri.getPath() + " HTTP/1.1\r\nHost: " + uri.getAuthority()
                + "\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 30000\r\n\r\n";
        try (Socket client = new Socket(uri.getHost(), uri.getPort())) {
            client.getOutputStream().write((request + " ".repeat(15_000)).getBytes(StandardCharsets.US_ASCII));
            assertThat(client.getInputStream().available()).isZero();
            client.getOutputStream().write(" ".repeat(15_000).getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void T_C04_aHiddenToolLooksExactlyLikeAnUnknownOne() throws Exception {
        HttpResponse<String> hidden = server.send(server.post("/mcp/reader", call("note", "x")));
        HttpResponse<String> unknown = server.send(server.post("/mcp/reader", call("nope", "x")));

        assertThat(hidden.body().replace("note", "nope")).isEqualTo(unknown.body());
        assertThat(hidden.statusCode()).isEqualTo(unknown.statusCode());
        assertThat(hidden.headers().map().keySet())
                .isEqualTo(unknown.headers().map().keySet());
    }

    @Test
    void T_C02_noTokenReachesTheLog() throws Exception {
        send(call("bug", "x"));
        send("nonsense");
        send(PING);
        server.send(server.post("/mcp/dead-canary", PING));
        HttpResponse<String> failed = server.send(server.post("/mcp/" + TestServer.BROKEN.urlToken(), PING));
        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(failed.body()).contains("-32603").doesNotContain("store").doesNotContain("canary");

        String log = LOG.toString(StandardCharsets.UTF_8);
        assertThat(log)
                .contains("Incident")
                .contains("Access could not be decided")
                .doesNotContain("canary");
    }

    @Test
    void aClientThatLeavesInTheMiddleOfItsBodyHurtsNobody() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            OutputStream output = socket.getOutputStream();
            output.write(("POST /app/mcp/" + TOKEN + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 1000\r\n\r\n{\"json")
                    .getBytes(StandardCharsets.US_ASCII));
            output.flush();
        }

        assertThat(send(PING).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> send(String body) throws Exception {
        return server.send(server.post("/mcp/" + TOKEN, body));
    }

    private static String call(String tool, String text) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                + "\",\"arguments\":{\"text\":\"" + text + "\"}}}";
    }

    private static String raw(String request) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
