package dev.mcpcodegen.runtime.servlet;

import jakarta.servlet.http.HttpServletRequest;
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
    static @Nullable String of(HttpServletRequest request) {
        String host = request.getServerName();
        return LOOPBACK.contains(host) && LOOPBACK.contains(request.getRemoteAddr()) && !isProxied(request)
                ? request.getScheme() + "://" + bracketed(host) + ":" + request.getServerPort()
                        + request.getContextPath()
                : null;
    }

    private static boolean isProxied(HttpServletRequest request) {
        for (String header : PROXIED) {
            if (request.getHeader(header) != null) {
                return true;
            }
        }
        return false;
    }

    /** An IPv6 address as it stands in a URL (RFC 3986, section 3.2.2). */
    private static String bracketed(String host) {
        return host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
    }
}
