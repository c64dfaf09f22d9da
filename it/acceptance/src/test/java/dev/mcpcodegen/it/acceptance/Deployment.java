package dev.mcpcodegen.it.acceptance;

import dev.mcpcodegen.it.sandbox.Sandbox;
import dev.mcpcodegen.it.sandbox.launch.WarServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/** The demo's WAR in a servlet container, with its own stand-in of the vendor behind it. */
final class Deployment implements AutoCloseable {

    /** A running servlet container: where it listens, without a trailing slash, and what stops it. */
    private record Server(String url, Runnable stop) {}

    private final String container;
    private final Sandbox sandbox;
    private final Server server;

    private Deployment(String container, Function<Path, Server> launcher) {
        this.container = container;
        this.sandbox = Sandbox.start(0);
        try {
            this.server = launcher.apply(configuration());
        } catch (RuntimeException e) {
            sandbox.close();
            throw e;
        }
    }

    /** Starts the WAR in a Jetty in this process. */
    static Deployment onJetty() {
        return new Deployment("jetty", configuration -> {
            WarServer jetty = WarServer.start(Artifacts.war(), 0, Map.of("mcp.config", configuration.toString()));
            return new Server(jetty.url(), jetty::close);
        });
    }

    /** Starts the WAR in a Tomcat in a process of its own. */
    static Deployment onTomcat() {
        return new Deployment("tomcat", configuration -> {
            Tomcat tomcat = Tomcat.start(
                    Artifacts.target().resolve("tomcat"),
                    Artifacts.war(),
                    Map.of("mcp.config", configuration.toString()));
            return new Server(tomcat.url(), tomcat::close);
        });
    }

    /** Starts the WAR in a Tomcat whose heap can be looked at. */
    static Deployment onMeasuredTomcat(Heap heap) {
        return new Deployment("measured-tomcat", configuration -> {
            Tomcat tomcat = Tomcat.start(
                    Artifacts.target().resolve("measured-tomcat"),
                    Artifacts.war(),
                    Map.of("mcp.config", configuration.toString()),
                    heap.javaOptions());
            heap.isOf(tomcat.pid());
            return new Server(tomcat.url(), tomcat::close);
        });
    }

    private Path configuration() {
        try {
            Path folder = Files.createDirectories(Artifacts.target().resolve("mcp-" + container));
            return Files.writeString(folder.resolve("mcp.yaml"), TestGrant.configuration(sandbox));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where MCP clients send the requests of a grant. */
    String url(TestGrant grant) {
        return grant == TestGrant.HEADER ? serverUrl() + "/mcp" : url(grant.token());
    }

    /** Where MCP clients send requests with a token in the URL. */
    String url(String token) {
        return serverUrl() + "/mcp/" + token;
    }

    /** Where the container listens, without a trailing slash. */
    String serverUrl() {
        return server.url();
    }

    /** The vendor behind this deployment, with its seed records and an empty log. */
    Vendor resetVendor() {
        Vendor vendor = new Vendor(sandbox);
        vendor.reset();
        return vendor;
    }

    /** The stand-in behind an account of this deployment, with its seed records and an empty log. */
    Vendor resetVendor(TestAccount account) {
        Vendor vendor = new Vendor(sandbox, account);
        vendor.reset();
        return vendor;
    }

    @Override
    public void close() {
        server.stop().run();
        sandbox.close();
    }

    /** The container's name, as it appears in the names of tests. */
    @Override
    public String toString() {
        return container;
    }
}
