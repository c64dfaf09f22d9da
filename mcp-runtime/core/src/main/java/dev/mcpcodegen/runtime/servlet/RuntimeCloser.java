package dev.mcpcodegen.runtime.servlet;

import dev.mcpcodegen.runtime.McpRuntime;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/** Stops everything that was started for a web application when it goes, so that nothing keeps its classes alive. */
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
