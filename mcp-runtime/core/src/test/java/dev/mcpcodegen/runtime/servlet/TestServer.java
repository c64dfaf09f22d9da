package dev.mcpcodegen.runtime.servlet;

import dev.mcpcodegen.runtime.McpConfig;
import dev.mcpcodegen.runtime.McpRuntime;
import dev.mcpcodegen.runtime.RecordingAudit;
import dev.mcpcodegen.runtime.access.Caller;
import dev.mcpcodegen.runtime.access.Grant;
import dev.mcpcodegen.runtime.access.GrantSource;
import dev.mcpcodegen.runtime.tool.Integration;
import jakarta.servlet.ServletRegistration;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A router in a servlet container on a free port of the loopback interface, under a context path. */
final class TestServer {

    /** Looking this one up fails. */
    static final Caller BROKEN = new Caller("broken-canary", null);

    final RecordingAudit audit = new RecordingAudit();
    final McpRuntime runtime;

    private final HttpClient client = HttpClient.newHttpClient();
    private final TestContainer.Running container;

    TestServer(McpConfig config, Integration integration, Map<Caller, Grant> grants) throws Exception {
        this(TestContainer.JETTY, config, integration, grants);
    }

    TestServer(TestContainer container, McpConfig config, Integration integration, Map<Caller, Grant> grants)
            throws Exception {
        GrantSource source = new GrantSource() {
            @Override
            public CompletionStage<Optional<Grant>> find(Caller caller) {
                if (BROKEN.equals(caller)) {
                    throw new IllegalStateException("The store is down");
                }
                return CompletableFuture.completedFuture(Optional.ofNullable(grants.get(caller)));
            }

            @Override
            public CompletionStage<Optional<Grant>> find(String tenant, String grantId) {
                return CompletableFuture.completedFuture(grants.values().stream()
                        .filter(grant -> grant.id().equals(grantId))
                        .findFirst());
            }
        };
        runtime = McpRuntime.builder(config)
                .integrations(List.of(integration))
                .grantSources(List.of(source))
                .auditSink(audit)
                .build();
        this.container = container.start((classes, context) -> {
            DeploymentRuntime.share(context, runtime);
            context.addListener(new RuntimeCloser(runtime));
            ServletRegistration.Dynamic router = context.addServlet("router", new TestRouter(List.of(integration)));
            router.setAsyncSupported(true);
            router.addMapping("/mcp", "/mcp/*");
            ServletRegistration.Dynamic files = context.addServlet("files", new FilesServlet(runtime));
            files.setAsyncSupported(true);
            files.addMapping("/files/*");
        });
    }

    int port() {
        return container.port();
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

    CompletableFuture<HttpResponse<String>> start(HttpRequest.Builder request) {
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Returns as soon as the head of the answer is here. */
    HttpResponse<InputStream> open(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    /** Takes the application down, as a container does that goes on to serve others. */
    void undeploy() throws Exception {
        container.stopApplication().run();
    }

    void stop() throws Exception {
        container.stop().run();
        runtime.close();
    }
}
