package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.access.Credential;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the links by which a vendor names its next page. What an answer says is not trusted: only a link below the account's own base
 * URL is ever followed, so that neither credentials nor requests go anywhere else. Pure.
 */
final class NextLink {

    /** What a server might take for a step out of the base path, however often it decodes it. */
    private static final Pattern ESCAPE = Pattern.compile(
            "(?i)(?:^|/|%(?:25)*2f)(?:\\.|%(?:25)*2e){1,2}(?:;[^/]*)?(?:/|%(?:25)*2f|$)|\\\\|%(?:25)*5c|%(?:25)*00");

    private NextLink() {}

    /**
     * Returns path and query relative to the base URL; null when the link leads elsewhere or cannot be read.
     *
     * @param base the account's base URL
     * @param request the URL of the answer that held the link, against which a relative link is resolved (RFC 3986, section 5)
     * @param credential whose parameters are left out: a cursor is no secret
     */
    static @Nullable String target(URI base, URI request, String link, Credential credential) {
        URI uri = resolve(request, link);
        if (uri == null || !isBelow(base, uri)) {
            return null;
        }
        String path = uri.getRawPath().substring(basePath(base).length());
        String query = withoutCredential(uri.getRawQuery(), CredentialWriter.queryNames(credential));
        String target = (path.startsWith("/") ? path : "/" + path) + (query.isEmpty() ? "" : "?" + query);
        boolean isClean = CredentialWriter.redact(target, credential).equals(target)
                && CredentialWriter.redact(decode(target), credential).equals(decode(target));
        return isClean ? target : null;
    }

    /** Returns the value of a query parameter of a URL, a path with a query, or a query; null when it is none or has no such one. */
    static @Nullable String parameter(String link, String name) {
        int query = link.indexOf('?');
        if (query < 0 || !isLink(link)) {
            return null;
        }
        int fragment = link.indexOf('#', query);
        String text = fragment < 0 ? link.substring(query + 1) : link.substring(query + 1, fragment);
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && decode(pair.substring(0, equals)).equals(name)) {
                return decode(pair.substring(equals + 1));
            }
        }
        return null;
    }

    /** Whether a text can be nothing but a link: a URL, a path from the root, or a query. */
    static boolean isLink(String text) {
        return isUrl(text) || text.startsWith("/") || text.startsWith("?");
    }

    static boolean isUrl(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") || lower.startsWith("http://");
    }

    private static @Nullable URI resolve(URI request, String link) {
        if (link.indexOf('/') < 0 && link.indexOf('?') < 0) {
            return null;
        }
        try {
            // java.net.URI drops the last segment before a mere query, against RFC 3986.
            String text = link.startsWith("?") ? request.getRawPath() + link : link;
            URI uri = request.resolve(new URI(escaped(text)));
            return uri.getHost() == null || uri.getRawUserInfo() != null ? null : uri;
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }

    /** Vendors write brackets, pipes and quotes into their queries as they are. */
    private static String escaped(String link) {
        StringBuilder escaped = new StringBuilder(link.length());
        int query = link.indexOf('?');
        for (int i = 0; i < link.length(); i++) {
            char c = link.charAt(i);
            if (query >= 0 && i > query && "[]|\"{}^`<> ".indexOf(c) >= 0) {
                escaped.append('%').append(String.format("%02X", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static boolean isBelow(URI base, URI uri) {
        String path = uri.getRawPath();
        String basePath = basePath(base);
        return base.getScheme().equalsIgnoreCase(uri.getScheme())
                && base.getHost().equalsIgnoreCase(uri.getHost())
                && port(base) == port(uri)
                && (path.equals(basePath) || path.startsWith(basePath + "/"))
                && !ESCAPE.matcher(path).find();
    }

    private static String basePath(URI base) {
        String path = base.getRawPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }

    private static String withoutCredential(@Nullable String query, Set<String> names) {
        if (query == null || names.isEmpty()) {
            return query == null ? "" : query;
        }
        return Arrays.stream(query.split("&", -1))
                .filter(pair -> !names.contains(decode(pair.split("=", 2)[0])))
                .collect(Collectors.joining("&"));
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
