package dev.mcpcodegen.it.sandbox.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/** Waits until an MCP server lists its tools. */
final class EndpointProbe {

    /** A request that every revision before 2026-07-28 takes without a handshake's result, as the MCP servers here do. */
    static final String LIST_TOOLS = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /**
     * Returns when the server answers with 200.
     *
     * @throws IllegalStateException when it does not in time
     */
    void awaitReady(String url) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(LIST_TOOLS))
                .build();
        Instant deadline = Instant.now().plus(PATIENCE);
        String last = answer(request);
        while (!last.startsWith("200 ")) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("The MCP server does not list its tools: " + last);
            }
            Thread.sleep(200);
            last = answer(request);
        }
    }

    private String answer(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() + " " + response.body();
        } catch (IOException e) {
            return "no answer, " + e;
        }
    }
}
