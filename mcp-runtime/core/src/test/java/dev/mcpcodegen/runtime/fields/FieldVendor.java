package dev.mcpcodegen.runtime.fields;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A vendor on the loopback interface whose accounts, told by their key, have attributes of their own. */
final class FieldVendor implements AutoCloseable {

    /** {@code METHOD path?query}, with the key of the account. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    /** Bodies of what was written. */
    final List<String> written = new CopyOnWriteArrayList<>();

    /** JSON of the attributes by {@code key/object}. */
    final Map<String, List<String>> attributes = new ConcurrentHashMap<>();

    final AtomicInteger mostAtATime = new AtomicInteger();
    volatile long pauseMillis;
    volatile int failWith;
    volatile String refusal = "";
    private final AtomicInteger atATime = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    FieldVendor() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    static String attribute(String slug, String title, String type, String... more) {
        return "{\"slug\":\"" + slug + "\",\"title\":\"" + title + "\",\"type\":\"" + type + "\",\"is_writable\":true"
                + String.join("", more) + "}";
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void add(String owner, String attribute) {
        attributes.computeIfAbsent(owner, key -> new CopyOnWriteArrayList<>()).add(attribute);
    }

    long asked(String part) {
        return asked.stream().filter(line -> line.contains(part)).count();
    }

    /** How often an account's list of attributes was begun. */
    long reads(String key) {
        return asked.stream()
                .filter(line -> line.contains("/attributes?") && line.endsWith(" " + key))
                .filter(line -> !line.contains("offset=") || line.contains("offset=0"))
                .count();
    }

    private void handle(HttpExchange exchange) throws IOException {
        mostAtATime.accumulateAndGet(atATime.incrementAndGet(), Math::max);
        try {
            String key = String.valueOf(exchange.getRequestHeaders().getFirst("x-api-key"));
            String line = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + key;
            asked.add(line);
            byte[] body = exchange.getRequestBody().readAllBytes();
            Thread.sleep(pauseMillis);
            String path = exchange.getRequestURI().getPath();
            if (!exchange.getRequestMethod().equals("GET")) {
                written.add(new String(body, StandardCharsets.UTF_8));
                answer(exchange, refusal.isEmpty() ? 200 : 422, refusal.isEmpty() ? "{\"ok\":true}" : refusal);
            } else if (failWith != 0) {
                answer(exchange, failWith, "{}");
            } else {
                answer(exchange, 200, list(path, exchange.getRequestURI().getQuery(), key));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            atATime.decrementAndGet();
        }
    }

    private String list(String path, String query, String key) {
        if (path.equals("/objects")) {
            return "[{\"slug\":\"companies\",\"plural\":\"Companies\"},{\"slug\":\"deals\",\"plural\":\"Deals\"},"
                    + "{\"slug\":\"people\",\"plural\":\"People\"}]";
        }
        if (path.endsWith("/options")) {
            return "[{\"title\":\"New Lead\"},{\"title\":\"Won\"}]";
        }
        List<String> all = attributes.getOrDefault(key + "/" + path.split("/", -1)[2], List.of());
        int offset = query != null && query.contains("offset=")
                ? Integer.parseInt(query.replaceAll(".*offset=(\\d+).*", "$1"))
                : 0;
        int from = Math.min(offset, all.size());
        return all.subList(from, Math.min(from + 2, all.size())).toString();
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
