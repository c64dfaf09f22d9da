package dev.mcpcodegen.runtime.servlet;

import dev.mcpcodegen.runtime.McpConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which web pages may call (MCP, Transports, "Security"). An origin is never compared with the request's own host: a page that rebinds its
 * name to our address would pass that comparison. Immutable.
 */
final class OriginRules {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
    private static final String EXPOSED =
            "WWW-Authenticate, ratelimit-limit, ratelimit-remaining, ratelimit-reset, retry-after";
    private static final String PREFLIGHT_SECONDS = "600";

    private final Set<String> shared;
    private final Set<String> allowed;

    private OriginRules(Set<String> shared, Set<String> allowed) {
        this.shared = shared;
        this.allowed = allowed;
    }

    /** Takes the configured origins and that of the public URL. */
    static OriginRules of(McpConfig config) {
        Set<String> shared = new HashSet<>();
        config.allowedOrigins().forEach(origin -> normal(origin).ifPresent(shared::add));
        Set<String> allowed = new HashSet<>(shared);
        Optional.ofNullable(config.publicUrl())
                .map(URI::toString)
                .flatMap(OriginRules::normal)
                .ifPresent(allowed::add);
        return new OriginRules(Set.copyOf(shared), Set.copyOf(allowed));
    }

    /** Whether a host is named as this machine. */
    static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host).matches();
    }

    /** Whether a request with these {@code Origin} headers is served; one without any comes from no web page. */
    boolean permits(List<String> headers) {
        return headers.isEmpty() || (headers.size() == 1 && permits(headers.get(0)));
    }

    /** Lets pages of configured origins read the answer (Fetch, "CORS protocol"). */
    void writeCors(List<String> headers, HttpServletRequest request, HttpServletResponse response) {
        if (shared.isEmpty()) {
            return;
        }
        response.addHeader("Vary", "Origin");
        if (!isShared(headers)) {
            return;
        }
        response.setHeader("Access-Control-Allow-Origin", headers.get(0));
        response.setHeader("Access-Control-Expose-Headers", EXPOSED);
        if (isPreflight(headers, request)) {
            response.setHeader("Access-Control-Allow-Methods", "POST, GET, DELETE");
            response.setHeader("Access-Control-Max-Age", PREFLIGHT_SECONDS);
            String requested = request.getHeader("Access-Control-Request-Headers");
            if (requested != null) {
                response.setHeader("Access-Control-Allow-Headers", requested);
            }
        }
    }

    /** Whether this is a browser's question before the real request of a page of a configured origin. */
    boolean isPreflight(List<String> headers, HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS")
                && request.getHeader("Access-Control-Request-Method") != null
                && isShared(headers);
    }

    private boolean isShared(List<String> headers) {
        return headers.size() == 1
                && normal(headers.get(0)).filter(shared::contains).isPresent();
    }

    private boolean permits(String header) {
        return normal(header)
                .filter(origin -> allowed.contains(origin) || isOfThisMachine(origin))
                .isPresent();
    }

    private static boolean isOfThisMachine(String origin) {
        String host = URI.create(origin).getHost();
        return host != null && isLoopback(host);
    }

    /** Scheme, host and port in one form: lower case, no default port. Empty for {@code null} and anything else that is no web origin. */
    private static Optional<String> normal(String origin) {
        try {
            URI uri = new URI(origin.trim().toLowerCase(Locale.ROOT));
            boolean isWeb = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (!isWeb || uri.getHost() == null || uri.getUserInfo() != null) {
                return Optional.empty();
            }
            int defaultPort = uri.getScheme().equals("http") ? 80 : 443;
            String port = uri.getPort() == -1 || uri.getPort() == defaultPort ? "" : ":" + uri.getPort();
            return Optional.of(uri.getScheme() + "://" + uri.getHost() + port);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
