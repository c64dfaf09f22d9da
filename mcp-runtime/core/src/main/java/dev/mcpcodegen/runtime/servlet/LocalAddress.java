package dev.mcpcodegen.runtime.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a client on this machine reaches this server. What a client from elsewhere says of that, or a proxy on its behalf, is no ground to
 * send anybody a secret link there.
 */
final class LocalAddress {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]", "::1", "0:0:0:0:0:0:0:1");
    private static final List<String> PROXIED = List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");

    private LocalAddress() {}

    /** Returns the address of the application, without a trailing slash; null when the client is not on this machine for certain. */
    static @Nullable URI of(HttpServletRequest request) {
        String host = request.getServerName();
        boolean isLocal = LOOPBACK.contains(host)
                && LOOPBACK.contains(request.getRemoteAddr())
                && PROXIED.stream().allMatch(header -> request.getHeader(header) == null);
        return isLocal
                ? URI.create(request.getScheme() + "://"
                        + (host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host) + ":"
                        + request.getServerPort() + request.getContextPath())
                : null;
    }
}
