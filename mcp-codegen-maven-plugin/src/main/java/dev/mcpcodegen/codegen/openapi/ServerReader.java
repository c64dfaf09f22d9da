package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mcpcodegen.codegen.diagnostic.DiagnosticScope;
import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.openapi.DocumentTree.Place;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads where an API is. What would send a customer's credential over an open line or to one machine is told, because an account has to
 * allow it, and comes last; a name that stands for many is not used at all: an account has to say which.
 */
final class ServerReader {

    private static final Pattern ADDRESS =
            Pattern.compile("\\[.*]|[0-9.]+|localhost|.*\\.localhost|host\\.docker\\.internal");

    /** Defaults that only show where something has to be filled in. */
    private static final Pattern STAND_IN =
            Pattern.compile("(?i).*(your|example|my-?(sub)?domain|<|\\{|xxx|tenant|changeme).*");

    private static final String CURE =
            "Give `x-mcp.baseUrl` in an overlay, or `baseUrl` in the configuration of each account.";

    private static final String PERMISSION =
            CURE + " For a host in your own network say `allowPrivateAddress: true` with the account.";

    private final DocumentScope problems;
    private final Set<String> told = new HashSet<>();

    ServerReader(DocumentScope problems) {
        this.problems = problems;
    }

    /**
     * Returns the usable servers in the document's order, but those that every account may reach first: absolute URLs, and paths on the
     * host of the API's own server.
     */
    List<String> read(Place servers) {
        List<String> urls = new ArrayList<>();
        for (Place server : each(servers)) {
            if (!isOpen(filled(server))) {
                url(server).ifPresent(urls::add);
            } else {
                tell(server, filled(server), "depends on a name that only an account knows", false);
            }
        }
        urls.sort(Comparator.comparing(
                url -> !isOnHost(url) && doubt(URI.create(url)).isPresent()));
        return List.copyOf(urls);
    }

    /**
     * Returns the servers of one operation. Where none of them is usable without a name that only an account knows, that is {@link #isOpen
     * open} one: such an operation must not go to the API's own server instead.
     */
    List<String> ofOperation(Place servers) {
        List<String> open = each(servers).stream()
                .map(ServerReader::filled)
                .filter(ServerReader::isOpen)
                .toList();
        boolean onlyOpen = !open.isEmpty() && open.size() == servers.node().size();
        return onlyOpen ? List.of(open.get(0)) : read(servers);
    }

    /** Whether a URL has a stand-in for which nothing is given. */
    private static boolean isOpen(String url) {
        return url.contains("{");
    }

    private static List<Place> each(Place servers) {
        return IntStream.range(0, servers.node().size())
                .mapToObj(servers::child)
                .toList();
    }

    private static String filled(Place server) {
        String url = server.node().path("url").asText("").strip();
        for (Map.Entry<String, JsonNode> variable :
                server.node().path("variables").properties()) {
            String value = value(variable.getValue());
            String name = "{" + variable.getKey() + "}";
            boolean usable = value.isEmpty()
                    ? variable.getValue().has("default") && isInPath(url, name)
                    : !STAND_IN.matcher(value).matches();
            if (usable) {
                url = url.replace(name, value);
            }
        }
        return url;
    }

    private Optional<String> url(Place server) {
        String url = filled(server);
        String absolute = url.startsWith("//") ? "https:" + url : url;
        return isOnHost(absolute)
                ? Optional.of(relative(absolute)).filter(path -> !path.isEmpty())
                : checked(server, absolute);
    }

    /** Whether something stands behind the host, where nothing may stand as well. */
    private static boolean isInPath(String url, String part) {
        int host = url.indexOf("://");
        int path = url.indexOf('/', host < 0 ? 0 : host + 3);
        return path >= 0 && url.indexOf(part) > path;
    }

    /** The default; a document without one offers the first value that it lists. */
    private static String value(JsonNode variable) {
        JsonNode value = variable.has("default")
                ? variable.path("default")
                : variable.path("enum").path(0);
        return value.asText("");
    }

    private static boolean isOnHost(String url) {
        return !url.toLowerCase(Locale.ROOT).matches("[a-z][a-z0-9+.-]*:.*");
    }

    private static String relative(String url) {
        String path = strip(url.replaceFirst("^\\.+", ""));
        return path.startsWith("/") ? path : "/" + path;
    }

    private Optional<String> checked(Place server, String url) {
        URI uri = uri(url);
        if (uri == null
                || uri.getHost() == null
                || !String.valueOf(uri.getScheme()).matches("(?i)https?")) {
            tell(server, url, "is no address of an API", true);
            return Optional.empty();
        }
        int end = url.length();
        for (int i = url.length() - 1; i >= 0; i--) {
            end = url.charAt(i) == '?' || url.charAt(i) == '#' ? i : end;
        }
        String plain = strip(url.substring(0, end).replaceFirst("//[^/@]*@", "//"));
        if (uri.getRawUserInfo() != null || end < url.length()) {
            once(
                    server,
                    url,
                    scope -> scope.warning(
                            "The server " + plain
                                    + " is used without the user name or the query that stands in its URL.",
                            "An account proves itself by its credential; a query belongs to operations."));
        }
        doubt(uri)
                .ifPresent(why -> once(
                        server,
                        plain,
                        scope -> scope.info(
                                "The server " + plain + " " + why + ": no account reaches it before it is allowed to.",
                                PERMISSION)));
        return Optional.of(plain);
    }

    private static @Nullable URI uri(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Why an account that is allowed nothing special will not reach it. */
    private static Optional<String> doubt(URI uri) {
        if (!"https".equalsIgnoreCase(uri.getScheme())) {
            return Optional.of("is not https");
        }
        return ADDRESS.matcher(uri.getHost().toLowerCase(Locale.ROOT)).matches()
                ? Optional.of("is the address of one machine")
                : Optional.empty();
    }

    private void tell(Place server, String url, String why, boolean wrong) {
        String message = "The server " + url.replaceFirst("//[^/@]*@", "//") + " is not used: it " + why + ".";
        once(server, url, scope -> {
            if (wrong) {
                scope.warning(message, CURE);
            } else {
                scope.info(message, CURE);
            }
        });
    }

    private void once(Place server, String url, Consumer<DiagnosticScope> message) {
        if (told.add(url)) {
            message.accept(problems.at(server.pointer()));
        }
    }

    private static String strip(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
