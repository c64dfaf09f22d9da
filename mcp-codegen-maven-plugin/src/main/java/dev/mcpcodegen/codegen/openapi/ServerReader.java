package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.openapi.DocumentTree.Place;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads where an API is. What would send a customer's credential over an open line, to a bare address or to a name that stands for many
 * is told and not used: an account has to say it.
 */
final class ServerReader {

    private static final Pattern ADDRESS =
            Pattern.compile("\\[.*]|[0-9.]+|localhost|.*\\.localhost|host\\.docker\\.internal");

    /** Defaults that only show where something has to be filled in. */
    private static final Pattern STAND_IN =
            Pattern.compile("(?i).*(your|example|my-?(sub)?domain|<|\\{|xxx|tenant|changeme).*|");

    private static final String CURE =
            "Give `x-mcp.baseUrl` in an overlay, or `baseUrl` in the configuration of each account.";

    private final DocumentScope problems;
    private final Set<String> told = new HashSet<>();

    ServerReader(DocumentScope problems) {
        this.problems = problems;
    }

    /** Returns the usable servers in the document's order: absolute URLs, and paths on the host of the API's own server. */
    List<String> read(Place servers) {
        List<String> urls = new ArrayList<>();
        for (int i = 0; i < servers.node().size(); i++) {
            url(servers.child(i)).ifPresent(urls::add);
        }
        return List.copyOf(urls);
    }

    private Optional<String> url(Place server) {
        String url = server.node().path("url").asText("").strip();
        for (Map.Entry<String, JsonNode> variable :
                server.node().path("variables").properties()) {
            String value = value(variable.getValue());
            if (!STAND_IN.matcher(value).matches()) {
                url = url.replace("{" + variable.getKey() + "}", value);
            }
        }
        if (url.contains("{")) {
            tell(server, url, "depends on a name that only an account knows", false);
            return Optional.empty();
        }
        String absolute = url.startsWith("//") ? "https:" + url : url;
        return isOnHost(absolute)
                ? Optional.of(relative(absolute)).filter(path -> !path.isEmpty())
                : checked(server, absolute);
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
        Optional<String> wrong = wrong(url);
        wrong.ifPresent(why -> tell(server, url, why, true));
        return wrong.isPresent() ? Optional.empty() : Optional.of(strip(url));
    }

    private static Optional<String> wrong(String url) {
        try {
            URI uri = new URI(url);
            if (uri.getHost() == null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
                return Optional.of("is no address of an API");
            }
            if (uri.getRawUserInfo() != null) {
                return Optional.of("holds a user name");
            }
            if (!"https".equalsIgnoreCase(uri.getScheme())) {
                return Optional.of("is not https");
            }
            return ADDRESS.matcher(uri.getHost().toLowerCase(Locale.ROOT)).matches()
                    ? Optional.of("is the address of one machine")
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.of("is no URL");
        }
    }

    private void tell(Place server, String url, String why, boolean wrong) {
        if (told.add(url)) {
            String message = "The server " + url.replaceFirst("//[^/@]*@", "//") + " is not used: it " + why + ".";
            if (wrong) {
                problems.at(server.pointer()).warning(message, CURE);
            } else {
                problems.at(server.pointer()).info(message, CURE);
            }
        }
    }

    private static String strip(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
