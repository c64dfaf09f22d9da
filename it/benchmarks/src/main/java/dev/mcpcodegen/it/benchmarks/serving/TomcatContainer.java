package dev.mcpcodegen.it.benchmarks.serving;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContainerInitializer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/** An embedded Tomcat on the loopback address. */
final class TomcatContainer {

    /** What is not Tomcat's default. */
    static final String SETTINGS =
            "threads 16, maxConnections 12000, acceptCount 4096, maxKeepAliveRequests -1, compression off, no access log";

    private static final int THREADS = 16;
    private static final int MAX_CONNECTIONS = 12_000;
    private static final int BACKLOG = 4_096;

    private TomcatContainer() {}

    /** Starts serving and returns the port. */
    static int start(Map<String, Servlet> servlets, ServletContainerInitializer initializer) throws Exception {
        Path base = Files.createTempDirectory("benchmark-tomcat");
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(base.toString());
        Connector connector = new Connector();
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        connector.setProperty("maxThreads", String.valueOf(THREADS));
        connector.setProperty("minSpareThreads", String.valueOf(THREADS));
        connector.setProperty("maxConnections", String.valueOf(MAX_CONNECTIONS));
        connector.setProperty("acceptCount", String.valueOf(BACKLOG));
        connector.setProperty("maxKeepAliveRequests", "-1");
        tomcat.setConnector(connector);
        Context context = tomcat.addContext("", base.toString());
        context.addServletContainerInitializer(initializer, Set.of());
        servlets.forEach((path, servlet) -> {
            Tomcat.addServlet(context, path, servlet).setAsyncSupported(true);
            context.addServletMappingDecoded(path, path);
        });
        tomcat.start();
        if (!context.getState().isAvailable()) {
            throw new IllegalStateException("The web application does not start; the log says why");
        }
        return connector.getLocalPort();
    }
}
