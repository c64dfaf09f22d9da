package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.model.ApiDescription;
import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.ServerModel;
import dev.mcpcodegen.codegen.model.ToolModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where requests go: one base URL, and servers of their own for operations that the document sends elsewhere. Those get names, so that an
 * account can say where they are for it.
 */
final class Servers {

    private static final String ROOT = "/";

    private final String baseUrl;

    /** What an account will say where the document names no host. */
    private final String assumedPath;

    private final Map<String, ServerModel> byUrl = new LinkedHashMap<>();

    private Servers(String baseUrl, String assumedPath) {
        this.baseUrl = baseUrl;
        this.assumedPath = assumedPath;
    }

    static Servers of(ApiDescription api, DocumentScope problems) {
        String declared = api.directives().baseUrl();
        String first = api.servers().stream()
                .filter(server -> !server.startsWith("/"))
                .findFirst()
                .orElse("");
        String path = api.servers().isEmpty() ? ROOT : api.servers().get(0);
        if (declared == null && first.isEmpty() && !path.equals(ROOT)) {
            problems.at("/servers")
                    .info(
                            "The document names no host, only the path "
                                    + api.servers().get(0) + ".",
                            "Give `x-mcp.baseUrl` in an overlay, or `baseUrl` in the configuration of each account.");
        }
        Servers servers = new Servers(Objects.requireNonNullElse(declared, first), path);
        api.operations().forEach(operation -> servers.add(operation, problems));
        return servers;
    }

    String baseUrl() {
        return baseUrl;
    }

    /** The name of an operation's own server; null when it goes to the base URL. */
    @Nullable
    String of(ApiOperation operation) {
        String url = url(operation);
        ServerModel server = url == null ? null : byUrl.get(url);
        return server == null ? null : server.name();
    }

    /** The servers that tools go to, in the document's order. */
    List<ServerModel> alternatives(List<ToolModel> tools) {
        return byUrl.values().stream()
                .filter(server -> tools.stream()
                        .anyMatch(tool -> server.name().equals(tool.request().server())))
                .toList();
    }

    private void add(ApiOperation operation, DocumentScope problems) {
        String url = url(operation);
        if (url == null || byUrl.containsKey(url)) {
            return;
        }
        boolean isOpen = url.contains("{");
        ServerModel server = new ServerModel(name(url), isOpen ? "" : url);
        byUrl.put(url, server);
        if (isOpen) {
            problems.at(operation.pointer())
                    .info(
                            "Where the server " + url + " is, only an account knows.",
                            "Write it under `servers`, as `" + server.name()
                                    + "`, in the configuration of each account.");
        }
    }

    /** On the host of the base URL a path says it all: an account that moves the one moves the other. */
    private @Nullable String url(ApiOperation operation) {
        List<String> servers = operation.request().servers();
        String url = servers.stream()
                .filter(server -> !server.startsWith("/"))
                .findFirst()
                .orElse(servers.isEmpty() ? "" : servers.get(0));
        if (url.isEmpty() || url.equals(baseUrl)) {
            return null;
        }
        String origin = origin(baseUrl);
        boolean sameHost =
                !origin.isEmpty() && !url.startsWith("/") && origin(url).equals(origin);
        String own = path(sameHost ? url.substring(origin.length()) : url);
        String usual = origin.isEmpty() ? assumedPath : path(baseUrl.substring(origin.length()));
        return own.equals(usual) ? null : own;
    }

    private static String path(String path) {
        return path.isEmpty() ? ROOT : path;
    }

    private static String origin(String url) {
        int host = url.indexOf("://");
        int path = host < 0 ? -1 : url.indexOf('/', host + 3);
        return host < 0 ? "" : path < 0 ? url : url.substring(0, path);
    }

    /** The first part of the host, or the last of the path on the same host; all of both where that is taken. */
    private String name(String url) {
        List<String> words = new ArrayList<>();
        if (url.startsWith("/")) {
            words.add(Words.snakeCase(url.substring(url.lastIndexOf('/') + 1)));
            words.add(Words.snakeCase(url));
            words.add(url.equals(ROOT) ? "root" : "");
        } else {
            String host = origin(url).replaceFirst(".*://", "");
            words.add(Words.snakeCase(host.split("\\.", -1)[0]));
            words.add(Words.snakeCase(host));
            words.add(Words.snakeCase(url));
        }
        words.add("server_" + (byUrl.size() + 1));
        return words.stream()
                .filter(name -> !name.isEmpty()
                        && byUrl.values().stream()
                                .noneMatch(server -> server.name().equals(name)))
                .findFirst()
                .orElseThrow();
    }
}
