package dev.mcpcodegen.runtime.servlet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A vendor that answers when it is told to, and sees its sockets closed. */
final class SlowVendor implements AutoCloseable {

    /** The head of every request, one text each. */
    final List<String> heads = new CopyOnWriteArrayList<>();

    /** Completed to let all answers go. */
    final CompletableFuture<String> answer = new CompletableFuture<>();

    /** Completed when the other side closes a connection. */
    final CompletableFuture<Void> closed = new CompletableFuture<>();

    private final ServerSocket server;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    SlowVendor() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                start(() -> serve(socket));
            }
        } catch (IOException e) {
            // Closed by the test.
            return;
        }
    }

    @SuppressWarnings(
            "FutureReturnValueIgnored") // Whether the answer could be written is the business of who reads it.
    private void serve(Socket socket) {
        try {
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            StringBuilder head = new StringBuilder();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.isEmpty()) {
                    heads.add(head.toString());
                    head.setLength(0);
                    answer.thenAccept(body -> write(socket, body));
                } else {
                    head.append(line).append('\n');
                }
            }
            closed.complete(null);
        } catch (IOException e) {
            closed.complete(null);
        }
    }

    private static void write(Socket socket, String body) {
        try {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            socket.getOutputStream()
                    .write(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + bytes.length
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "slow-vendor");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
