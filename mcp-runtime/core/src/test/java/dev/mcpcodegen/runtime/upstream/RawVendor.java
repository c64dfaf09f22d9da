package dev.mcpcodegen.runtime.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;

/** A vendor on a loopback socket that sees and sends bytes, so that a test can be as rude as it needs. */
@NullUnmarked
final class RawVendor implements AutoCloseable {

    /** Writes an answer, or does worse. */
    interface Behaviour {
        void answer(Seen request, OutputStream out, Socket socket) throws Exception;
    }

    /** A request as it came in. */
    record Seen(String line, List<String> headers, String body) {

        String target() {
            return line.split(" ", -1)[1];
        }

        List<String> header(String name) {
            return headers.stream()
                    .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(header -> header.substring(name.length() + 1).strip())
                    .toList();
        }
    }

    private final ServerSocket server;
    private final Behaviour behaviour;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger answering = new AtomicInteger();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();

    RawVendor(Behaviour behaviour) {
        this.behaviour = behaviour;
        try {
            server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    static RawVendor answering(String answer) {
        return new RawVendor((request, out, socket) -> out.write(answer.getBytes(UTF_8)));
    }

    static String json(int status, String body, String... headers) {
        return answer(status, "application/json", body, headers);
    }

    static String answer(int status, String contentType, String body, String... headers) {
        return "HTTP/1.1 " + status + " X\r\nContent-Type: " + contentType + "\r\nContent-Length: "
                + body.getBytes(UTF_8).length + "\r\n"
                + String.join("", List.of(headers).stream().map(h -> h + "\r\n").toList()) + "\r\n" + body;
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    int port() {
        return server.getLocalPort();
    }

    List<Seen> seen() {
        return seen;
    }

    Seen onlyRequest() {
        if (seen.size() != 1) {
            throw new AssertionError("requests seen: " + seen);
        }
        return seen.get(0);
    }

    /** Requests whose answer is under way; a spare connection of the client's pool is none. */
    int answering() {
        return answering.get();
    }

    int openConnections() {
        return open.size();
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "raw-vendor");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            Seen request = read(in);
            while (request != null) {
                seen.add(request);
                answering.incrementAndGet();
                try {
                    behaviour.answer(request, socket.getOutputStream(), socket);
                } finally {
                    answering.decrementAndGet();
                }
                socket.getOutputStream().flush();
                request = socket.isClosed() ? null : read(in);
            }
        } catch (Exception e) {
            // The client hung up, or the behaviour did: both are what tests are about.
        } finally {
            open.remove(socket);
        }
    }

    private static Seen read(InputStream in) throws IOException {
        String line = line(in);
        if (line == null) {
            return null;
        }
        List<String> headers = new CopyOnWriteArrayList<>();
        int length = 0;
        for (String header = line(in); header != null && !header.isEmpty(); header = line(in)) {
            headers.add(header);
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        return new Seen(line, headers, new String(in.readNBytes(length), UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return null;
            }
            line.write(b);
        }
        return line.toString(UTF_8).stripTrailing();
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
