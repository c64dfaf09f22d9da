package dev.mcpcodegen.it.sandbox;

import dev.mcpcodegen.it.sandbox.affinity.AffinitySandbox;
import dev.mcpcodegen.it.sandbox.affinity.AffinityStorage;
import dev.mcpcodegen.it.sandbox.affino.AffinoSandbox;
import dev.mcpcodegen.it.sandbox.attio.AttioSandbox;
import dev.mcpcodegen.it.sandbox.http.RecordedRequest;
import dev.mcpcodegen.it.sandbox.http.SandboxServer;
import dev.mcpcodegen.it.sandbox.octapipe.OctapipeSandbox;
import java.time.Clock;
import java.util.List;

/**
 * A stateful stand-in for the vendors' APIs, on the loopback address.
 *
 * <p>Each vendor lives under its own first path segment ({@code /affinity}). The control surface lives under
 * {@code /_sandbox}: {@code GET} and {@code DELETE /_sandbox/requests}, {@code POST /_sandbox/reset},
 * {@code POST /_sandbox/faults} with {@code {"vendor", "status", "times", "headers", "body", "delayMillis", "path"}}.
 */
public final class Sandbox implements AutoCloseable {

    private final SandboxServer server;

    private Sandbox(SandboxServer server) {
        this.server = server;
    }

    /**
     * Starts every vendor with its seed records.
     *
     * @param port the port, 0 for any free one
     */
    public static Sandbox start(int port) {
        Clock clock = Clock.systemUTC();
        AffinitySandbox affinity = new AffinitySandbox(clock);
        return new Sandbox(SandboxServer.start(
                port,
                List.of(
                        affinity,
                        new AffinityStorage(affinity.downloads()),
                        new AffinoSandbox(clock),
                        new AttioSandbox(clock),
                        new OctapipeSandbox(clock))));
    }

    /** Returns the address without a trailing slash, such as {@code http://127.0.0.1:49152}. */
    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    /** Returns the base URL of a vendor, such as {@code http://127.0.0.1:49152/affinity}. */
    public String url(String vendor) {
        return url() + "/" + vendor;
    }

    /** Returns everything the vendors received so far, oldest first; calls of the control surface are not recorded. */
    public List<RecordedRequest> requests() {
        return server.requests();
    }

    @Override
    public void close() {
        server.close();
    }
}
