package dev.mcpcodegen.runtime.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcpcodegen.runtime.TestTools;
import dev.mcpcodegen.runtime.tool.Integration;
import java.io.IOException;
import java.io.Serial;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class McpServletInitializerTest {

    private static final String GRANTS = """
            accounts:
              acme-crm: {tenant: acme, integration: crm, credential: {type: none}}
              acme-erp: {tenant: acme, integration: erp, baseUrl: "https://erp.test", credential: {type: none}}
            grants:
              - {id: crm, account: acme-crm, token: crm-token-0123456789}
              - {id: erp, account: acme-erp, token: erp-token-0123456789}
            """;

    private final Map<String, String> parameters = new HashMap<>();
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    @TempDir
    private Path folder;

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void servesTheUnionOfTwoRoutersForTheSamePath() throws Exception {
        start(GRANTS, CrmRouter.class, ErpRouter.class);

        assertThat(listTools("crm-token-0123456789")).contains("\"name\":\"get_person\"");
        assertThat(listTools("erp-token-0123456789")).contains("\"name\":\"order\"");
    }

    @Test
    void tellsThatItLivesAndIsReady() throws Exception {
        start(GRANTS, CrmRouter.class, ErpRouter.class);

        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").body()).isEqualTo("{\"status\":\"up\"}");
    }

    @Test
    void T_C02_tellsItsNumbersWithoutAnySecret() throws Exception {
        start(GRANTS, CrmRouter.class, ErpRouter.class);
        listTools("crm-token-0123456789");
        get("/mcp/no-such-token-0123456789");

        HttpResponse<String> numbers = get("/metrics");
        // A client has its answer a moment before the server has put everything away.
        for (int i = 0; i < 200 && !isAtRest(numbers.body()); i++) {
            Thread.sleep(10);
            numbers = get("/metrics");
        }

        assertThat(numbers.statusCode()).isEqualTo(200);
        assertThat(numbers.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain; version=0.0.4");
        assertThat(numbers.body())
                .contains(
                        "mcp_requests_total{status=\"200\"} 1.0",
                        "mcp_requests_in_flight 0.0",
                        "mcp_buffered_bytes 0.0")
                .doesNotContain("0123456789", "acme");
    }

    @Test
    void T_C02_tellsItsNumbersToNobodyButThisMachine() throws Exception {
        start(GRANTS, CrmRouter.class, ErpRouter.class);

        assertThat(get("/metrics", "X-Forwarded-For", "203.0.113.9").statusCode())
                .isEqualTo(404);
        assertThat(get("/metrics", "Forwarded", "for=203.0.113.9").statusCode()).isEqualTo(404);
    }

    @Test
    void T_C02_aConfiguredTokenIsTheOnlyWayToTheNumbers() throws Exception {
        String token = "a-token-for-scrapers-0123456789abcdef";
        parameters.put("MCP_METRICS_TOKEN", token);
        start(GRANTS, CrmRouter.class, ErpRouter.class);

        assertThat(get("/metrics").statusCode()).isEqualTo(404);
        assertThat(get("/metrics", "Authorization", "Bearer " + token + "x").statusCode())
                .isEqualTo(404);
        assertThat(get("/metrics", "Authorization", "Bearer " + token).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aWebApplicationWithoutRoutersIsLeftAlone() throws Exception {
        start("nonsense: [");

        assertThat(get("/health/live").statusCode()).isEqualTo(404);
    }

    @Test
    void aWrongConfigurationFailsTheDeploymentWithAllThatIsWrong() {
        assertThatThrownBy(() -> start(GRANTS, CrmRouter.class))
                .hasStackTraceContaining("acme-erp")
                .hasStackTraceContaining("there is no integration \"erp\"");
    }

    @Test
    void T_F08_leavesNoThreadBehind() throws Exception {
        start(GRANTS, CrmRouter.class, ErpRouter.class);
        listTools("crm-token-0123456789");
        assertThat(ownThreads()).isNotEmpty();

        server.stop();

        for (int i = 0; i < 100 && !ownThreads().isEmpty(); i++) {
            Thread.sleep(20);
        }
        assertThat(ownThreads()).isEmpty();
    }

    @Test
    void aRouterRegisteredByHandBuildsItsOwnRuntime() throws Exception {
        ServletContextHandler context = context("""
                accounts:
                  acme-crm: {tenant: acme, integration: crm, credential: {type: none}}
                grants:
                  - {id: crm, account: acme-crm, token: crm-token-0123456789}
                """);
        ServletHolder router = new ServletHolder(new CrmRouter());
        router.setAsyncSupported(true);
        context.addServlet(router, "/mcp");
        context.addServlet(router, "/mcp/*");
        start(context);

        assertThat(listTools("crm-token-0123456789")).contains("get_person");
    }

    private void start(String grants, Class<?>... routers) throws Exception {
        ServletContextHandler context = context(grants);
        context.setClassLoader(new RouterLoader(services(routers)));
        context.addServletContainerInitializer(new McpServletInitializer());
        start(context);
    }

    private void start(ServletContextHandler context) throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(context);
        server.start();
    }

    private ServletContextHandler context(String grants) throws IOException {
        Path file = Files.writeString(folder.resolve("mcp.yaml"), grants);
        ServletContextHandler context = new ServletContextHandler("/");
        context.setInitParameter("MCP_CONFIG", file.toString());
        parameters.forEach(context::setInitParameter);
        return context;
    }

    private Path services(Class<?>... routers) throws IOException {
        return Files.write(
                folder.resolve("services"),
                List.of(routers).stream().map(Class::getName).toList());
    }

    private String listTools(String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/mcp/" + token))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static boolean isAtRest(String numbers) {
        return numbers.contains("mcp_requests_in_flight 0.0") && numbers.contains("mcp_buffered_bytes 0.0");
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort() + path);
    }

    private static List<String> ownThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("mcp-"))
                .toList();
    }

    /** A web application's class loader: it names its routers. */
    private static final class RouterLoader extends ClassLoader {

        private final Path services;

        RouterLoader(Path services) {
            super(McpServletInitializerTest.class.getClassLoader());
            this.services = services;
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return name.equals("META-INF/services/" + McpServlet.class.getName())
                    ? Collections.enumeration(List.of(services.toUri().toURL()))
                    : super.getResources(name);
        }
    }

    /** Brings the CRM. */
    public static final class CrmRouter extends McpServlet {

        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        protected List<Integration> integrations() {
            return List.of(TestTools.crm(new TestTools.Write("slow_note")));
        }
    }

    /** Brings another vendor. */
    public static final class ErpRouter extends McpServlet {

        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        protected List<Integration> integrations() {
            return List.of(Integration.builder("erp")
                    .tools(List.of(new TestTools.Write("order")))
                    .build());
        }
    }
}
