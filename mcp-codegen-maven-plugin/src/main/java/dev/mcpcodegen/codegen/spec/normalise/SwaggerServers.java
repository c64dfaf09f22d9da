package dev.mcpcodegen.codegen.spec.normalise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Turns {@code host}, {@code basePath} and {@code schemes} of Swagger 2.0 into servers. */
final class SwaggerServers {

    private SwaggerServers() {}

    static void ofDocument(ObjectNode swagger, ObjectNode target) {
        write(swagger, swagger.path("schemes"), target);
    }

    /** Servers of an operation that has schemes of its own. */
    static void ofOperation(ObjectNode swagger, ObjectNode operation, ObjectNode target) {
        if (operation.path("schemes").isArray() && !operation.path("schemes").equals(swagger.path("schemes"))) {
            write(swagger, operation.path("schemes"), target);
        }
    }

    private static void write(ObjectNode swagger, JsonNode schemes, ObjectNode target) {
        // Some write a URL where only its host belongs.
        String host = swagger.path("host")
                .asText("")
                .strip()
                .replaceFirst("^[a-z]+://", "")
                .replaceFirst("/+$", "");
        String path = swagger.path("basePath").asText("").strip().replaceFirst("/+$", "");
        String base = path.isEmpty() || path.startsWith("/") ? path : "/" + path;
        if (host.isEmpty() && base.isEmpty()) {
            return;
        }
        ArrayNode servers = target.putArray("servers");
        if (host.isEmpty()) {
            servers.addObject().put("url", base);
            return;
        }
        for (String scheme : web(schemes)) {
            servers.addObject().put("url", scheme + "://" + host + base);
        }
    }

    /** The schemes of HTTP, the safe one first; that is the default, too. */
    private static List<String> web(JsonNode schemes) {
        List<String> web = new ArrayList<>();
        for (String scheme : List.of("https", "http")) {
            schemes.forEach(offered -> {
                if (offered.asText().equalsIgnoreCase(scheme) && !web.contains(scheme)) {
                    web.add(scheme);
                }
            });
        }
        return web.isEmpty() ? List.of("https") : web;
    }
}
