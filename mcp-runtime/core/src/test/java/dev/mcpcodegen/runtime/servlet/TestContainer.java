package dev.mcpcodegen.runtime.servlet;

import jakarta.servlet.ServletContainerInitializer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Servlet containers with few threads, on a free port of the loopback interface, with one application under {@code /app}. */
enum TestContainer {
    JETTY {
        @Override
        Running start(ServletContainerInitializer application) throws Exception {
            Server server = new Server(new QueuedThreadPool(THREADS));
            ServerConnector connector = new ServerConnector(server, 1, 1);
            connector.setHost("127.0.0.1");
            server.addConnector(connector);
            ServletContextHandler context = new ServletContextHandler("/app");
            context.addServletContainerInitializer(application);
            server.setHandler(context);
            server.start();
            return new Running(connector.getLocalPort(), context::stop, server::stop);
        }
    },

    TOMCAT {
        @Override
        Running start(ServletContainerInitializer application) throws Exception {
            Path folder = Files.createTempDirectory("tomcat");
            Tomcat tomcat = new Tomcat();
            tomcat.setBaseDir(folder.toString());
            tomcat.setSilent(true);
            Connector connector = new Connector();
            connector.setPort(0);
            connector.setProperty("address", "127.0.0.1");
            connector.setProperty("maxThreads", String.valueOf(THREADS));
            tomcat.setConnector(connector);
            StandardContext context = (StandardContext) tomcat.addContext("/app", folder.toString());
            // What a container waits before it tells the application, and searches that need a JVM opened for them.
            context.setUnloadDelay(100);
            context.setClearReferencesObjectStreamClassCaches(false);
            context.setClearReferencesRmiTargets(false);
            context.setClearReferencesThreadLocals(false);
            context.addServletContainerInitializer(application, Set.of());
            tomcat.start();
            return new Running(connector.getLocalPort(), context::stop, () -> {
                tomcat.stop();
                tomcat.destroy();
            });
        }
    };

    private static final int THREADS = 8;

    /** What may fail. */
    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }

    /** A container at work. */
    record Running(int port, Action stopApplication, Action stop) {}

    abstract Running start(ServletContainerInitializer application) throws Exception;
}
