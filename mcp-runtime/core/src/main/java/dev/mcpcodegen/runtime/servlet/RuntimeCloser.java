package dev.mcpcodegen.runtime.servlet;

import dev.mcpcodegen.runtime.McpRuntime;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/**
 * Stops everything that was started for a web application when it goes, so that nothing keeps its classes alive.
 *
 * <p>Containers call this last, on an application that new requests do not reach any more. Tomcat has waited for asynchronous requests
 * before ({@code unloadDelay}, 2 s), then has destroyed the servlets; connections stay open meanwhile, so calls under way get their
 * answer within {@code MCP_DRAIN_TIMEOUT}. Jetty does the same when an application is undeployed; when the whole server stops it
 * closes connections first, unless it is told to stop gracefully ({@code stopTimeout} and a {@code GracefulHandler}).
 */
final class RuntimeCloser implements ServletContextListener {

    private final McpRuntime runtime;

    RuntimeCloser(McpRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        runtime.close();
    }
}
