package dev.mcpcodegen.it.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

/** Prism, which answers requests from an API's description and says what is wrong with them. In a process of its own. */
final class Prism implements AutoCloseable {

    private final Node.Service service;
    private final String url;

    private Prism(Node.Service service, String url) {
        this.service = service;
        this.url = url;
    }

    /** Serves a description, and returns when it does. */
    static Prism serve(Path description) {
        int port = freePort();
        Node.Service service = Node.start(
                "Prism is listening",
                "node_modules/@stoplight/prism-cli/dist/index.js",
                "mock",
                "--errors",
                "--port",
                Integer.toString(port),
                description.toString());
        return new Prism(service, "http://127.0.0.1:" + port);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens, without a trailing slash. */
    String url() {
        return url;
    }

    @Override
    public void close() {
        service.close();
    }
}
