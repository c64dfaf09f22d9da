package dev.mcpcodegen.runtime.servlet;

import dev.mcpcodegen.runtime.McpConfig;
import dev.mcpcodegen.runtime.McpRuntime;
import dev.mcpcodegen.runtime.RecordingAudit;
import dev.mcpcodegen.runtime.access.Caller;
import dev.mcpcodegen.runtime.access.Grant;
import dev.mcpcodegen.runtime.access.GrantSource;
import dev.mcpcodegen.runtime.tool.Integration;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A router in Jetty on a free port of the loopback interface, under a context path. */
final class TestServer {

    /** Looking this one up fails. */
    static final Caller BROKEN = new Caller("broken-canary", null);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final McpRuntime runtime;

    TestServer(McpConfig config, Integration integration, Map<Caller, Grant> grants) throws Exception {
        GrantSource source = caller -> {
            if (BROKEN.equals(caller)) {
                throw new IllegalStateException("The store is down");
            }
            return CompletableFuture.completedFuture(Optional.ofNullable(grants.get(caller)));
        };
        runtime = McpRuntime.builder(config)
                .integrations(List.of(integration))
                .grantSources(List.of(source))
                .auditSink(new RecordingAudit())
                .build();
        ServletContextHandler context = new ServletContextHandler("/app");
        DeploymentRuntime.share(context.getServletContext(), runtime);
        ServletHolder router = new ServletHolder(new TestRouter(List.of(integration)));
        router.setAsyncSupported(true);
        context.addServlet(router, "/mcp");
        context.addServlet(router, "/mcp/*");
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(context);
        server.start();
    }

    int port() {
        return connector.getLocalPort();
    }

    /** A POST of JSON, to be changed by the test. */
    HttpRequest.Builder post(String path, String body) {
        return request(path)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Accept", "application/json, text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/app" + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    void stop() throws Exception {
        server.stop();
        runtime.close();
    }
}
