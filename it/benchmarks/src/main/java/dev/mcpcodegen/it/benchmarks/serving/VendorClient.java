package dev.mcpcodegen.it.benchmarks.serving;

import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP client of the runtime, with its settings, for the others. */
final class VendorClient {

    static final JsonMapper JSON = new JsonMapper();

    private static final int MAX_THREADS = 8;
    private static final int MAX_CONNECTIONS = 16_384;

    private final String baseUrl;
    private final HttpClient client;

    VendorClient(String baseUrl) {
        this.baseUrl = baseUrl;
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, 1);
        threads.setDaemon(true);
        threads.setReservedThreads(0);
        ClientConnector connector = new ClientConnector();
        connector.setSelectors(1);
        client = new HttpClient(new HttpClientTransportOverHTTP(connector));
        client.setExecutor(threads);
        client.setFollowRedirects(false);
        client.setMaxConnectionsPerDestination(MAX_CONNECTIONS);
        client.setMaxRequestsQueuedPerDestination(MAX_CONNECTIONS);
        try {
            client.start();
        } catch (Exception e) {
            throw new IllegalStateException("The HTTP client does not start", e);
        }
        client.getContentDecoderFactories().clear();
    }

    /** A request for what is at {@code path}, without a slash in front. */
    Request request(String path) {
        return client.newRequest(baseUrl + "/" + path)
                .headers(fields ->
                        fields.put(HttpHeader.ACCEPT_ENCODING, "gzip").put(HttpHeader.ACCEPT, "application/json"));
    }
}
