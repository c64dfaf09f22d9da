package dev.mcpcodegen.runtime.servlet;

import dev.mcpcodegen.runtime.McpConfig;
import dev.mcpcodegen.runtime.McpRuntime;
import dev.mcpcodegen.runtime.tool.Integration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one runtime of a web application, kept in its servlet context. */
final class DeploymentRuntime {

    private static final Logger LOG = LoggerFactory.getLogger(DeploymentRuntime.class);

    private static final String ATTRIBUTE = McpRuntime.class.getName();

    private DeploymentRuntime() {}

    static @Nullable McpRuntime find(ServletContext context) {
        return (McpRuntime) context.getAttribute(ATTRIBUTE);
    }

    /** Builds a runtime from the configuration and the customizers that the web application holds. */
    static McpRuntime start(ServletContext context, List<Integration> integrations) throws ServletException {
        try {
            return McpRuntime.builder(McpConfig.read(context::getInitParameter))
                    .integrations(integrations)
                    .customizedBy(context.getClassLoader())
                    .configuredGrants()
                    .build();
        } catch (RuntimeException e) {
            LOG.error("MCP cannot be served: {}", e.getMessage());
            throw new ServletException("MCP cannot be served: " + e.getMessage(), e);
        }
    }

    static void share(ServletContext context, McpRuntime runtime) {
        context.setAttribute(ATTRIBUTE, runtime);
    }
}
