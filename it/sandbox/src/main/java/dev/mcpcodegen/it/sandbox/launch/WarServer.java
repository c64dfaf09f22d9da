package dev.mcpcodegen.it.sandbox.launch;

import java.net.BindException;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.DefaultServlet;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ClassMatcher;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A WAR in an embedded Jetty on the loopback address, at the root path. */
public final class WarServer implements AutoCloseable {

    private final Server server;
    private final ServerConnector connector;

    private WarServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * Deploys a WAR and returns when it is up.
     *
     * @param war the file
     * @param port the port, 0 for any free one
     * @param contextParameters servlet context parameters, as a deployer would set them
     * @throws IllegalStateException when the port is taken or the WAR does not start; the cause says why
     */
    public static WarServer start(Path war, int port, Map<String, String> contextParameters) {
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setName("war");
        Server server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(context(war, contextParameters));
        WarServer started = new WarServer(server, connector);
        try {
            server.start();
        } catch (Exception e) {
            started.close();
            throw new IllegalStateException(problem(war, port, e), e);
        }
        return started;
    }

    private static WebAppContext context(Path war, Map<String, String> contextParameters) {
        WebAppContext context = new WebAppContext();
        context.setContextPath("/");
        context.setWar(war.toUri().toString());
        // What lies in a WAR is nobody's business.
        context.setInitParameter(DefaultServlet.CONTEXT_INIT + "dirAllowed", "false");
        contextParameters.forEach(context::setInitParameter);
        // Otherwise a WAR that fails to start is served all the same, with 503 for everything.
        context.setThrowUnavailableOnStartupException(true);
        // Jetty's own classes are hidden from the WAR and its WEB-INF/lib comes first, so it runs with the Jetty client
        // that it ships. Logging is the exception: the WAR ships the API of SLF4J only, and its log should be seen.
        context.addProtectedClassMatcher(new ClassMatcher("org.slf4j."));
        return context;
    }

    private static String problem(Path war, int port, Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return "Port " + port + " is taken. Choose another one, or 0 for any free one.";
            }
        }
        return war + " does not start: " + e.getMessage();
    }

    /** Returns the port it listens on. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Returns the address without a trailing slash, such as {@code http://127.0.0.1:8080}. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** Undeploys the WAR and frees the port. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The server cannot stop", e);
        }
    }
}
