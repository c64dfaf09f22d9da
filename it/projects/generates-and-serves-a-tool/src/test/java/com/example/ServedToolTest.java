package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.mcp.crm.CrmTools;
import com.example.mcp.crm.GetPerson;
import com.sun.net.httpserver.HttpServer;
import dev.mcpcodegen.runtime.servlet.McpServletInitializer;
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
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServedToolTest {

    private static final String TOKEN = "token-of-the-test-0123456789";

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private HttpServer vendor;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        vendor = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        vendor.createContext("/", exchange -> {
            received.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] person = "{\"id\":7,\"name\":\"Ada\"}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, person.length);
            exchange.getResponseBody().write(person);
            exchange.close();
        });
        vendor.start();

        Path grants = Files.writeString(folder.resolve("mcp.yaml"), """
                accounts:
                  acme:
                    tenant: acme
                    integration: crm
                    baseUrl: http://127.0.0.1:%d
                    allowPrivateAddress: true
                    credential: {type: bearer, token: key-of-acme}
                grants:
                  - {id: acme, account: acme, token: %s}
                """.formatted(vendor.getAddress().getPort(), TOKEN));
        ServletContextHandler context = new ServletContextHandler("/");
        context.setInitParameter("MCP_CONFIG", grants.toString());
        context.addServletContainerInitializer(new McpServletInitializer());
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(context);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
        vendor.stop(0);
    }

    @Test
    void anOperationIsATool() {
        assertEquals(1, CrmTools.integration().tools().size());
        assertEquals("get_single_crm_person_by_id", GetPerson.NAME);
        assertEquals("/persons/7", new GetPerson().toRequest(new GetPerson.Arguments(7L)).target());
    }

    @Test
    void aClientListsTheTool() throws Exception {
        String answer = post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}");

        assertTrue(answer.contains("\"name\":\"get_single_crm_person_by_id\""), answer);
        assertTrue(answer.contains("Read one person by its id."), answer);
    }

    @Test
    void aClientGetsTheVendorsAnswer() throws Exception {
        String answer = post("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/call\","
                + "\"params\":{\"name\":\"get_single_crm_person_by_id\",\"arguments\":{\"id\":7}}}");

        assertTrue(answer.contains("\"structuredContent\":{\"id\":7,\"name\":\"Ada\"}"), answer);
        assertEquals(List.of("GET /persons/7 Bearer key-of-acme"), received);
    }

    private String post(String body) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/mcp/" + TOKEN);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("MCP-Protocol-Version", "2025-11-25")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }
}
