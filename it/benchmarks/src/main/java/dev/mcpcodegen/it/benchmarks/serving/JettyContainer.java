package dev.mcpcodegen.it.benchmarks.serving;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContainerInitializer;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** An embedded Jetty on the loopback address. */
final class JettyContainer {

    /** What is not Jetty's default. */
    static final String SETTINGS = "acceptQueueSize 4096, idleTimeout 60 s, headerCacheSize 0";

    private static final int BACKLOG = 4_096;

    private JettyContainer() {}

    /** Starts serving and returns the port. */
    static int start(Map<String, Servlet> servlets, ServletContainerInitializer initializer) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http()));
        connector.setHost("127.0.0.1");
        connector.setAcceptQueueSize(BACKLOG);
        connector.setIdleTimeout(TimeUnit.SECONDS.toMillis(60));
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServletContainerInitializer(initializer);
        servlets.forEach((path, servlet) -> {
            ServletHolder holder = new ServletHolder(servlet);
            holder.setAsyncSupported(true);
            context.addServlet(holder, path);
        });
        server.setHandler(context);
        server.start();
        return connector.getLocalPort();
    }

    /** Jetty would keep the headers of every connection that is used again, in about 100 KB. */
    static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setHeaderCacheSize(0);
        return http;
    }
}
