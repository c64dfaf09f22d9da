package dev.mcpcodegen.runtime.servlet;

import dev.mcpcodegen.runtime.McpRuntime;
import dev.mcpcodegen.runtime.tool.Integration;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves every router of a web application when it starts; the container finds this class by itself (Servlet 6.0, section 8.2.4). All
 * routers share one runtime, so that two of them for the same path serve the tools of both.
 */
public final class McpServletInitializer implements ServletContainerInitializer {

    private static final Logger LOG = LoggerFactory.getLogger(McpServletInitializer.class);

    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) throws ServletException {
        List<McpServlet> routers = new ArrayList<>();
        ServiceLoader.load(McpServlet.class, context.getClassLoader()).forEach(routers::add);
        if (routers.isEmpty()) {
            return;
        }
        List<Integration> integrations = routers.stream()
                .flatMap(router -> router.integrations().stream())
                .toList();
        McpRuntime runtime = DeploymentRuntime.start(context, integrations);
        DeploymentRuntime.share(context, runtime);
        context.addListener(new RuntimeCloser(runtime));
        routers.forEach(router -> register(router, context));
        register("mcp-files", new FilesServlet(runtime), FilesServlet.PATTERNS, context);
        register("mcp-metrics", new MetricsServlet(runtime), MetricsServlet.PATTERNS, context);
        register("mcp-health", new HealthServlet(), HealthServlet.PATTERNS, context);
    }

    private static void register(McpServlet router, ServletContext context) {
        register(router.getClass().getName(), router, router.urlPatterns(), context);
    }

    private static void register(String name, Servlet servlet, List<String> patterns, ServletContext context) {
        ServletRegistration.Dynamic registration = context.addServlet(name, servlet);
        if (registration == null) {
            LOG.debug("{} is registered already", name);
            return;
        }
        registration.setAsyncSupported(true);
        registration.setLoadOnStartup(1);
        Set<String> taken = registration.addMapping(patterns.toArray(String[]::new));
        if (!taken.isEmpty()) {
            LOG.info("{} is served by another servlet for {}", name, taken);
        }
    }
}
