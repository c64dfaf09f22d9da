package dev.mcpcodegen.runtime.servlet;

import dev.mcpcodegen.runtime.McpRuntime;
import dev.mcpcodegen.runtime.access.Secret;
import dev.mcpcodegen.runtime.metrics.RuntimeMetrics;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows the numbers of this node to a scraper that sends the configured token, and without one to this machine alone. A request that a
 * proxy passed on, or a web page whose name was bent to this machine, is never taken for one of it.
 */
final class MetricsServlet extends HttpServlet {

    static final List<String> PATTERNS = List.of("/metrics");

    @Serial
    private static final long serialVersionUID = 1L;

    private static final List<String> PROXIED = List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");

    private final transient McpRuntime runtime;

    MetricsServlet(McpRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ResponseHeaders.protect(response);
        if (!isAllowed(request, runtime.config().metricsToken())) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(RuntimeMetrics.CONTENT_TYPE);
        runtime.metrics().write(response.getOutputStream());
    }

    private static boolean isAllowed(HttpServletRequest request, @Nullable Secret token) throws IOException {
        if (token != null) {
            String bearer = RequestGate.caller(request).bearer();
            return bearer != null && MessageDigest.isEqual(utf8(bearer), utf8(token.reveal()));
        }
        return OriginRules.isLoopback(request.getServerName())
                && PROXIED.stream().allMatch(header -> request.getHeader(header) == null)
                && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
