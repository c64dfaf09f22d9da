package dev.mcpcodegen.runtime.servlet;

import dev.mcpcodegen.runtime.McpRuntime;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.List;

/** Tells a load balancer whether the process lives and whether it can serve. */
final class HealthServlet extends HttpServlet {

    static final List<String> PATTERNS = List.of("/health/live", "/health/ready");

    @Serial
    private static final long serialVersionUID = 1L;

    /** Being asked proves life; a web application whose runtime did not start is not deployed at all, so that also means ready, until it stops. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        McpRuntime runtime = DeploymentRuntime.find(getServletContext());
        boolean isReady = runtime != null && !runtime.exchanges().isClosed();
        boolean isUp = isReady || request.getServletPath().endsWith("/live");
        response.setStatus(isUp ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.getOutputStream().print(isUp ? "{\"status\":\"up\"}" : "{\"status\":\"down\"}");
    }
}
