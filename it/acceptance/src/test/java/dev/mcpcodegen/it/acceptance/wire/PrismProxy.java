package dev.mcpcodegen.it.acceptance.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands between a server and a vendor, and shows each request to Prism, byte for byte, before the vendor gets it.
 *
 * <p>Prism knows the paths of a description only, so it is shown requests without the base path.
 */
public final class PrismProxy implements AutoCloseable {

    /**
     * A request and what Prism says of it.
     *
     * @param line method and target
     * @param mediaType of its body, empty for none
     * @param violation what is wrong, empty for nothing
     */
    public record Verdict(String line, String mediaType, String violation) {}

    /** What belongs to one connection (RFC 9110, section 7.6.1), and what the client writes itself. */
    private static final Set<String> OF_CONNECTIONS =
            Set.of("connection", "content-length", "expect", "host", "keep-alive", "transfer-encoding", "upgrade");

    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final List<Verdict> verdicts = new CopyOnWriteArrayList<>();
    private final String vendorOrigin;
    private final String basePath;
    private final String prismUrl;
    private final HttpServer server;

    private PrismProxy(String vendorOrigin, String basePath, String prismUrl) throws IOException {
        this.vendorOrigin = vendorOrigin;
        this.basePath = basePath;
        this.prismUrl = prismUrl;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /**
     * Starts a proxy on a free port.
     *
     * @param vendorOrigin where the vendor is, without a path
     * @param basePath the path of its API
     * @param prismUrl where Prism serves the description of that API
     */
    public static PrismProxy start(String vendorOrigin, String basePath, String prismUrl) {
        try {
            return new PrismProxy(vendorOrigin, basePath, prismUrl);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens, to be used in place of the vendor's origin. */
    public String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What Prism said so far, oldest first. */
    public List<Verdict> verdicts() {
        return List.copyOf(verdicts);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String target = exchange.getRequestURI().toString();
            String line = exchange.getRequestMethod() + " " + target;
            String mediaType = exchange.getRequestHeaders().getFirst("content-type");
            verdicts.add(new Verdict(line, mediaType == null ? "" : mediaType, violation(exchange, target, body)));
            answer(exchange, send(exchange, vendorOrigin + target, body));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String violation(HttpExchange exchange, String target, byte[] body)
            throws IOException, InterruptedException {
        if (!target.startsWith(basePath + "/")) {
            return "not below the base path " + basePath;
        }
        HttpResponse<byte[]> answer = send(exchange, prismUrl + target.substring(basePath.length()), body);
        String violations = answer.headers().firstValue("sl-violations").orElse("");
        String mediaType = answer.headers().firstValue("content-type").orElse("");
        if (violations.isEmpty() && mediaType.startsWith("application/problem+json")) {
            return new String(answer.body(), StandardCharsets.UTF_8);
        }
        return violations;
    }

    private HttpResponse<byte[]> send(HttpExchange exchange, String url, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OF_CONNECTIONS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        answer.headers().map().forEach((name, values) -> {
            if (!OF_CONNECTIONS.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":")) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        // To this server, 0 is a length to be found out, and -1 is none.
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
