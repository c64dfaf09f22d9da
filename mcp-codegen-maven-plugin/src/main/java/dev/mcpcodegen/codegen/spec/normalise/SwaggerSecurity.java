package dev.mcpcodegen.codegen.spec.normalise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.spec.tree.Origins;
import java.util.Map;
import java.util.Set;

/** Turns Security Scheme Objects of Swagger 2.0 into those of OpenAPI 3.0. */
final class SwaggerSecurity {

    private static final Set<String> OF_FLOW = Set.of("flow", "authorizationUrl", "tokenUrl", "scopes");

    private final Origins origins;

    SwaggerSecurity(Origins origins) {
        this.origins = origins;
    }

    JsonNode scheme(JsonNode node) {
        if (!(node instanceof ObjectNode source)) {
            return node;
        }
        ObjectNode result = source.objectNode();
        origins.derive(result, source);
        boolean oauth = source.path("type").asText().equals("oauth2");
        for (Map.Entry<String, JsonNode> member : source.properties()) {
            if (!oauth || !OF_FLOW.contains(member.getKey())) {
                result.set(member.getKey(), member.getValue());
            }
        }
        if (source.path("type").asText().equals("basic")) {
            result.put("type", "http").put("scheme", "basic");
        } else if (oauth) {
            flow(
                    source,
                    result.putObject("flows").putObject(flow(source.path("flow").asText())));
        }
        return result;
    }

    private static String flow(String flow) {
        return switch (flow) {
            case "application" -> "clientCredentials";
            case "accessCode" -> "authorizationCode";
            default -> flow.isEmpty() ? "authorizationCode" : flow;
        };
    }

    private static void flow(ObjectNode source, ObjectNode target) {
        for (String url : new String[] {"authorizationUrl", "tokenUrl"}) {
            if (source.has(url)) {
                target.set(url, source.get(url));
            }
        }
        target.set("scopes", source.path("scopes").isObject() ? source.get("scopes") : target.objectNode());
    }
}
