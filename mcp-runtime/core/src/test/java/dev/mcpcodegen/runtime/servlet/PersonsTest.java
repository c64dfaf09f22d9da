package dev.mcpcodegen.runtime.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mcpcodegen.runtime.McpRuntime;
import dev.mcpcodegen.runtime.RecordingAudit;
import dev.mcpcodegen.runtime.TestConfig;
import dev.mcpcodegen.runtime.TestTools;
import dev.mcpcodegen.runtime.tool.Integration;
import dev.mcpcodegen.runtime.tool.LoginRecipe;
import dev.mcpcodegen.runtime.tool.LoginRecipe.In;
import jakarta.servlet.ServletRegistration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People from the configuration file, each with a vendor session of their own, from a client's request to the vendor's. */
class PersonsTest {

    private static final String CANARY = "inbound-canary";
    private static final Pattern EMAIL = Pattern.compile("\"email\":\"([a-z]+)@");

    private static final LoginRecipe RECIPE = LoginRecipe.request("POST", "/login")
            .json(body -> body.put("email", "{email}").put("password", "{password}"))
            .answer("token", "/token")
            .present(In.HEADER, "Authorization", "Bearer {token}")
            .present(In.HEADER, "X-API-Key", "{apiKey}")
            .build();

    @TempDir
    private Path folder;

    /** What the vendor saw: the first line and all headers of each request. */
    private final List<String> seen = new CopyOnWriteArrayList<>();

    private final Map<String, String> sessions = new ConcurrentHashMap<>();
    private final RecordingAudit audit = new RecordingAudit();
    private HttpServer vendor;
    private McpRuntime runtime;
    private TestContainer.Running container;

    @BeforeEach
    void start() throws Exception {
        vendor = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        vendor.createContext("/", this::answer);
        vendor.start();
        Integration integration = Integration.builder("crm")
                .displayName("Test CRM")
                .personOnly()
                .login(RECIPE)
                .tools(List.of(new TestTools.GetPerson()))
                .build();
        Path file = Files.writeString(folder.resolve("mcp.yaml"), """
                accounts:
                  shared:
                    tenant: acme
                    integration: crm
                    baseUrl: %s
                    allowPrivateAddress: true
                    credential: {type: login, values: {apiKey: profile-key}}
                grants:
                  - id: ada
                    account: shared
                    token: token-of-ada-0123456789
                    subject: {type: person, id: ada}
                    credential: {type: login, values: {email: ada@acme.test, password: pass-ada}}
                    upstream429: http-429
                  - id: bob
                    account: shared
                    token: token-of-bob-0123456789
                    subject: {type: person, id: bob}
                    credential: {type: login, values: {email: bob@acme.test, password: pass-bob}}
                """.formatted(
                        "http://127.0.0.1:" + vendor.getAddress().getPort()));
        runtime = McpRuntime.builder(TestConfig.of("MCP_CONFIG", file.toString()))
                .integrations(List.of(integration))
                .configuredGrants()
                .auditSink(audit)
                .build();
        container = TestContainer.JETTY.start((classes, context) -> {
            DeploymentRuntime.share(context, runtime);
            ServletRegistration.Dynamic router = context.addServlet("router", new TestRouter(List.of(integration)));
            router.setAsyncSupported(true);
            router.addMapping("/mcp", "/mcp/*");
        });
    }

    @AfterEach
    void stop() throws Exception {
        container.stop().run();
        runtime.close();
        vendor.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        StringBuilder request = new StringBuilder(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        request.append('\n').append(name).append(": ").append(String.join(", ", values)));
        seen.add(request + "\n\n" + body);
        String path = exchange.getRequestURI().getPath();
        String bearer = exchange.getRequestHeaders().getFirst("Authorization");
        int status = 200;
        String answer;
        if (path.equals("/login")) {
            Matcher email = EMAIL.matcher(body);
            assertThat(email.find()).isTrue();
            String token = "session-of-" + email.group(1);
            sessions.put("Bearer " + token, email.group(1));
            answer = "{\"token\":\"" + token + "\"}";
        } else if (bearer == null || !sessions.containsKey(bearer)) {
            status = 401;
            answer = "{\"message\":\"Unauthenticated.\"}";
        } else if (path.endsWith("/limited")) {
            status = 429;
            answer = "{\"message\":\"Slow down\"}";
            exchange.getResponseHeaders().set("X-RateLimit-Limit", "60");
            exchange.getResponseHeaders().set("X-RateLimit-Remaining", "0");
            exchange.getResponseHeaders().set("X-RateLimit-Reset", "17");
        } else {
            answer = "{\"answer\":\"who: " + sessions.get(bearer) + "\"}";
        }
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private HttpResponse<String> call(String person, String id) throws Exception {
        String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"get_person\","
                + "\"arguments\":{\"id\":\"" + id + "\"}}}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + container.port() + "/app/mcp/token-of-" + person + "-0123456789"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("Authorization", "Bearer " + CANARY)
                .header("Proxy-Authorization", "Basic " + CANARY)
                .header("Cookie", "sid=" + CANARY)
                .header("X-API-Key", CANARY)
                .header("X-Forwarded-For", CANARY)
                .header("Forwarded", "for=" + CANARY)
                .header("User-Agent", CANARY)
                .header("Accept-Language", CANARY)
                .header("X-Request-Id", CANARY)
                .header("baggage", "a=" + CANARY)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void eachPersonActsAsThemselvesOnTheSameAccount() throws Exception {
        assertThat(call("ada", "1").body()).contains("who: ada");
        assertThat(call("bob", "1").body()).contains("who: bob");
        assertThat(call("ada", "2").body()).contains("who: ada");
        assertThat(seen)
                .filteredOn(request -> request.startsWith("POST /login"))
                .hasSize(2);
        assertThat(seen)
                .filteredOn(request -> request.startsWith("GET"))
                .allSatisfy(request -> assertThat(request).containsIgnoringCase("x-api-key: profile-key"));
    }

    @Test
    void theEndOfOnePersonsSessionIsTheirsAloneAndIsNotRenewed() throws Exception {
        call("ada", "1");
        call("bob", "1");
        sessions.remove("Bearer session-of-ada");
        int before = seen.size();

        HttpResponse<String> refused = call("ada", "1");

        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(refused.body())
                .contains("\"isError\":true", "\"kind\":\"unauthorized\"", "sign in to Test CRM again");
        assertThat(seen).hasSize(before + 1);
        assertThat(call("bob", "1").body()).contains("who: bob");
    }

    @Test
    void T_B04_T_C07_nothingOfAClientsRequestButItsArgumentsReachesTheVendor() throws Exception {
        assertThat(call("ada", "1").statusCode()).isEqualTo(200);
        call("ada", "limited");
        assertThat(seen)
                .hasSize(3)
                .allSatisfy(
                        request -> assertThat(request).doesNotContain(CANARY).doesNotContain("token-of-ada"));
    }

    @Test
    void aVendorsLimitIsAnHttpStatusForThoseWhoWantItSo() throws Exception {
        HttpResponse<String> status = call("ada", "limited");
        HttpResponse<String> result = call("bob", "limited");

        assertThat(status.statusCode()).isEqualTo(429);
        assertThat(result.statusCode()).isEqualTo(200);
        for (HttpResponse<String> told : List.of(status, result)) {
            assertThat(told.headers().firstValue("ratelimit-limit")).contains("60");
            assertThat(told.headers().firstValue("ratelimit-remaining")).contains("0");
            assertThat(told.headers().firstValue("ratelimit-reset")).contains("17");
            assertThat(told.headers().firstValue("retry-after")).contains("17");
            assertThat(told.body())
                    .contains(
                            "\"isError\":true",
                            "rate limit reached (HTTP 429). Not retried here. Try again in 17 s. limit=60 remaining=0 reset=17",
                            "\"kind\":\"rate_limited\"",
                            "\"retryAfter\":17");
        }
        assertThat(seen).filteredOn(request -> request.startsWith("GET")).hasSize(2);
    }
}
