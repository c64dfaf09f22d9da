package dev.mcpcodegen.runtime.servlet;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.CRC32;

/** A vendor that takes files and gives them, of any size, without holding one. */
final class FileVendor implements AutoCloseable {

    /** What arrived: its head, the beginning and the end of its body, and how long that was. */
    record Received(
            String line, String contentType, String contentLength, String begin, String end, long length, long crc) {}

    private static final int EDGE = 600;

    final List<Received> received = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    FileVendor() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/files", this::take);
        server.createContext("/download/", this::give);
        server.createContext("/moved/", exchange -> {
            String size = exchange.getRequestURI().getPath().substring("/moved/".length());
            exchange.getResponseHeaders().add("Location", "http://localhost:" + port() + "/download/" + size);
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    private int port() {
        return server.getAddress().getPort();
    }

    /** The byte at a place of every file here. */
    static byte at(long place) {
        return (byte) (place * 31 + (place >> 13));
    }

    private void take(HttpExchange exchange) throws IOException {
        if (exchange.getRequestHeaders().getFirst("X-Refuse") != null) {
            answer(exchange, 422, "{\"message\":\"No such folder.\"}");
            return;
        }
        CRC32 crc = new CRC32();
        StringBuilder begin = new StringBuilder();
        String end = "";
        long length = 0;
        byte[] buffer = new byte[64 << 10];
        try (InputStream body = exchange.getRequestBody()) {
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                crc.update(buffer, 0, count);
                String text = new String(buffer, 0, count, StandardCharsets.ISO_8859_1);
                if (begin.length() < EDGE) {
                    begin.append(text, 0, Math.min(EDGE - begin.length(), text.length()));
                }
                end = (end + text).substring(Math.max(0, end.length() + text.length() - EDGE));
                length += count;
            }
        }
        received.add(new Received(
                exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                exchange.getRequestHeaders().getFirst("Content-Type"),
                exchange.getRequestHeaders().getFirst("Content-Length"),
                begin.toString(),
                end,
                length,
                crc.getValue()));
        answer(exchange, 200, "{\"id\":7}");
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** The last segments of the path: the size, and how it is sent. */
    private void give(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        long size = Long.parseLong(path[2]);
        String how = path.length > 3 ? path[3] : "";
        received.add(new Received(
                exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                "",
                "",
                "",
                0,
                0));
        exchange.getResponseHeaders().add("Content-Type", how.equals("html") ? "text/html" : "application/pdf");
        exchange.getResponseHeaders()
                .add(
                        "Content-Disposition",
                        "inline; filename=\"../r\u00e9sum\u00e9.pdf\"; filename*=UTF-8''..%2Fr%C3%A9sum%C3%A9.pdf");
        exchange.sendResponseHeaders(200, how.equals("chunked") || how.equals("broken") ? 0 : size);
        byte[] buffer = new byte[64 << 10];
        OutputStream body = exchange.getResponseBody();
        for (long sent = 0; sent < size; ) {
            int count = (int) Math.min(buffer.length, size - sent);
            for (int i = 0; i < count; i++) {
                buffer[i] = at(sent + i);
            }
            body.write(buffer, 0, count);
            sent += count;
            if (how.startsWith("broken") && sent > size / 2) {
                body.flush();
                // Closing the body would end it properly.
                throw new IOException("The vendor breaks off");
            }
        }
        body.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
