package dev.mcpcodegen.codegen.spec.normalise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.spec.tree.Origins;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns Path Item and Operation Objects of Swagger 2.0 into those of OpenAPI 3.0: a body and form fields become a request body. */
final class SwaggerOperations {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch");
    private static final Set<String> CONVERTED = Set.of("parameters", "responses", "consumes", "produces", "schemes");
    private static final String PARAMETERS = "#/parameters/";

    private final ObjectNode swagger;
    private final SwaggerSchemas schemas;
    private final SwaggerParameters parameters;
    private final SwaggerResponses responses;
    private final Origins origins;

    SwaggerOperations(
            ObjectNode swagger,
            SwaggerSchemas schemas,
            SwaggerParameters parameters,
            SwaggerResponses responses,
            Origins origins) {
        this.swagger = swagger;
        this.schemas = schemas;
        this.parameters = parameters;
        this.responses = responses;
        this.origins = origins;
    }

    /** Parameters of the document that are no part of a body; those are expanded where they are used. */
    void components(ObjectNode target) {
        for (Map.Entry<String, JsonNode> named : swagger.path("parameters").properties()) {
            if (named.getValue() instanceof ObjectNode parameter && !isBodily(parameter)) {
                target.set(named.getKey(), converted(parameter));
            }
        }
    }

    JsonNode pathItem(JsonNode node) {
        if (!(node instanceof ObjectNode source)) {
            return node;
        }
        ObjectNode result = source.objectNode();
        origins.derive(result, source);
        for (Map.Entry<String, JsonNode> member : source.properties()) {
            if (member.getKey().equals("parameters")) {
                list(result, source, member.getValue());
            } else if (METHODS.contains(member.getKey()) && member.getValue() instanceof ObjectNode operation) {
                result.set(member.getKey(), operation(operation, source.path("parameters")));
            } else {
                result.set(member.getKey(), member.getValue());
            }
        }
        return result;
    }

    private ObjectNode operation(ObjectNode source, JsonNode shared) {
        ObjectNode result = source.objectNode();
        origins.derive(result, source);
        for (Map.Entry<String, JsonNode> member : source.properties()) {
            if (!CONVERTED.contains(member.getKey())) {
                result.set(member.getKey(), member.getValue());
            }
        }
        SwaggerServers.ofOperation(swagger, source, result);
        list(result, source, source.path("parameters"));
        body(result, source, shared);
        result.set("responses", responses.of(source));
        return result;
    }

    /** The parameters of a list that are no part of a body, where there are any. */
    private void list(ObjectNode target, ObjectNode holder, JsonNode list) {
        if (!list.isArray() || list.isEmpty()) {
            return;
        }
        ArrayNode result = target.putArray("parameters");
        origins.derive(result, holder.path("parameters"));
        for (JsonNode element : list) {
            JsonNode parameter = References.follow(swagger, element);
            if (!(parameter instanceof ObjectNode object)) {
                result.add(element);
            } else if (!isBodily(object)) {
                String reference = element.path("$ref").asText();
                result.add(reference.startsWith(PARAMETERS) ? component(element, reference) : converted(object));
            }
        }
    }

    private ObjectNode component(JsonNode element, String reference) {
        ObjectNode result = swagger.objectNode();
        origins.derive(result, element);
        return result.put("$ref", "#/components/parameters/" + reference.substring(PARAMETERS.length()));
    }

    private JsonNode converted(ObjectNode parameter) {
        return parameter.path("$ref").isTextual() ? parameter : parameters.parameter(parameter);
    }

    /** An operation's own body or field takes the place of its path's. */
    private void body(ObjectNode target, ObjectNode source, JsonNode shared) {
        List<ObjectNode> bodies = new ArrayList<>();
        Map<String, ObjectNode> fields = new LinkedHashMap<>();
        for (JsonNode list : List.of(shared, source.path("parameters"))) {
            for (JsonNode element : list) {
                if (References.follow(swagger, element) instanceof ObjectNode parameter) {
                    if (parameter.path("in").asText().equals("body")) {
                        bodies.add(parameter);
                    } else if (isBodily(parameter)) {
                        fields.put(parameter.path("name").asText(), parameter);
                    }
                }
            }
        }
        List<String> consumes = MediaTypeList.of(swagger, source, "consumes");
        if (!bodies.isEmpty()) {
            target.set("requestBody", body(bodies.get(bodies.size() - 1), consumes));
        } else if (!fields.isEmpty()) {
            target.set("requestBody", parameters.form(List.copyOf(fields.values()), consumes));
        }
    }

    private ObjectNode body(ObjectNode source, List<String> consumes) {
        ObjectNode body = source.objectNode();
        origins.derive(body, source);
        for (Map.Entry<String, JsonNode> member : source.properties()) {
            String name = member.getKey();
            if (name.equals("description") || name.equals("required") || name.startsWith("x-")) {
                body.set(name, member.getValue());
            }
        }
        JsonNode schema = source.path("schema").isObject() ? schemas.convert(source.get("schema")) : body.objectNode();
        ObjectNode content = body.putObject("content");
        for (String type : consumes) {
            content.putObject(type).set("schema", schema);
        }
        return body;
    }

    private static boolean isBodily(ObjectNode parameter) {
        String in = parameter.path("in").asText();
        return in.equals("body") || in.equals("formData") || in.equals("form");
    }
}
