package dev.mcpcodegen.it.corpus.raw;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;

/** Where the requests of an operation go. */
public final class RawServers {

    private RawServers() {}

    /**
     * Returns the URLs of the servers that count for an operation, the preferred one first, with the defaults of their variables and
     * without a trailing slash. One that is relative begins with a slash or is empty. None at all when the document says nothing.
     */
    public static List<String> of(RawOperation operation) {
        RawApi api = operation.api();
        if (api.isSwagger()) {
            return swagger(operation);
        }
        for (RawPlace level : List.of(operation.place(), operation.item(), api.root())) {
            RawPlace servers = level.get("servers");
            List<String> urls = new ArrayList<>();
            for (int i = 0; i < servers.node().size(); i++) {
                urls.add(url(servers.get(i)));
            }
            if (!urls.isEmpty()) {
                return urls;
            }
        }
        return List.of();
    }

    /** The servers of the API as a whole, as {@link #of} returns them. */
    public static List<String> ofApi(RawApi api) {
        RawPlace servers = api.root().get("servers");
        List<String> urls = new ArrayList<>();
        for (int i = 0; i < servers.node().size(); i++) {
            urls.add(url(servers.get(i)));
        }
        return urls;
    }

    /** Whether a URL is one: its variables are filled, and it has a host unless it is a path. */
    public static boolean isUsable(String url) {
        try {
            URI uri = new URI(url);
            return !uri.isAbsolute() || uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static List<String> swagger(RawOperation operation) {
        RawPlace root = operation.api().root();
        String host = root.text("host");
        String basePath = strip(root.text("basePath"));
        if (host.isEmpty()) {
            return List.of(basePath);
        }
        RawPlace own = operation.place().get("schemes");
        RawPlace schemes = own.node().isEmpty() ? root.get("schemes") : own;
        List<String> urls = new ArrayList<>();
        schemes.node().forEach(scheme -> urls.add(scheme.asString("") + "://" + host + basePath));
        // A document without schemes is reached the way it was itself, which nobody knows any more.
        return urls.isEmpty() ? List.of("https://" + host + basePath, "http://" + host + basePath) : urls;
    }

    private static String url(RawPlace server) {
        String url = server.text("url");
        RawPlace variables = server.get("variables");
        for (String name : variables.node().propertyNames()) {
            url = url.replace("{" + name + "}", variables.get(name).text("default"));
        }
        return strip(url);
    }

    private static String strip(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
