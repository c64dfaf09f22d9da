package dev.mcpcodegen.it.sandbox.http;

import dev.mcpcodegen.it.sandbox.vendor.VendorSandbox;
import java.util.List;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** An HTTP server on the loopback address in front of a set of vendors. */
public final class SandboxServer implements AutoCloseable {

    /** Enough for a hundred requests that all wait in a delaying fault. */
    private static final int MAX_THREADS = 128;

    private final Server server;
    private final ServerConnector connector;
    private final RequestLog log;

    private SandboxServer(Server server, ServerConnector connector, RequestLog log) {
        this.server = server;
        this.connector = connector;
        this.log = log;
    }

    /**
     * Starts serving.
     *
     * @param port the port, 0 for any free one
     * @throws IllegalStateException when the port cannot be bound
     */
    public static SandboxServer start(int port, List<VendorSandbox> vendors) {
        vendors.forEach(VendorSandbox::reset);
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, 4);
        threads.setName("sandbox");
        threads.setDaemon(true);
        Server server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        // A stand-in records what was sent, also what a careful server would refuse, so that tests can see it.
        http.setUriCompliance(UriCompliance.UNSAFE);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        RequestLog log = new RequestLog();
        server.setHandler(new SandboxHandler(vendors, log));
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("The sandbox cannot start on port " + port, e);
        }
        return new SandboxServer(server, connector, log);
    }

    /** Returns the port it listens on. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Returns everything received so far, oldest first. */
    public List<RecordedRequest> requests() {
        return log.all();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The sandbox cannot stop", e);
        }
    }
}
