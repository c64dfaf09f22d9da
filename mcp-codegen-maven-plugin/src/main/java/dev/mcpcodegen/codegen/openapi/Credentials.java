package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.openapi.DocumentTree.Place;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Parameters that carry the API key of a security scheme: the runtime supplies them, a caller must not. */
final class Credentials {

    private final Set<String> parameters = new HashSet<>();

    Credentials(DocumentTree tree) {
        if (tree.at("/components/securitySchemes").node() instanceof ObjectNode schemes) {
            schemes.fieldNames().forEachRemaining(name -> {
                Place scheme =
                        tree.follow(tree.at("/components/securitySchemes").child(name));
                if (scheme.node().path("type").asText().equals("apiKey")) {
                    parameters.add(key(scheme.node()));
                }
            });
        }
    }

    /** Whether a parameter object stands for a credential. */
    boolean include(JsonNode parameter) {
        return parameters.contains(key(parameter));
    }

    private static String key(JsonNode node) {
        String name = node.path("name").asText();
        String in = node.path("in").asText();
        return in + " " + (in.equals("header") ? name.toLowerCase(Locale.ROOT) : name);
    }
}
