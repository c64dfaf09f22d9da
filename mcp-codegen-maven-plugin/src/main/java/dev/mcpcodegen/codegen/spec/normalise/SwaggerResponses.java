package dev.mcpcodegen.codegen.spec.normalise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.spec.tree.Origins;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns Response Objects of Swagger 2.0 into those of OpenAPI 3.0, where each media type has a schema. */
final class SwaggerResponses {

    private static final String RESPONSES = "#/responses/";
    private static final String BINARY = "application/octet-stream";

    private final ObjectNode swagger;
    private final SwaggerSchemas schemas;
    private final SwaggerParameters parameters;
    private final Origins origins;

    SwaggerResponses(ObjectNode swagger, SwaggerSchemas schemas, SwaggerParameters parameters, Origins origins) {
        this.swagger = swagger;
        this.schemas = schemas;
        this.parameters = parameters;
        this.origins = origins;
    }

    /** Responses of the document, with the media types that it produces by default. */
    void components(ObjectNode target) {
        List<String> produces = MediaTypeList.of(swagger, swagger, "produces");
        for (Map.Entry<String, JsonNode> named : swagger.path("responses").properties()) {
            target.set(named.getKey(), response(named.getValue(), produces));
        }
    }

    /** Responses of one operation; shared ones are expanded where it produces something else than the document. */
    ObjectNode of(ObjectNode operation) {
        ObjectNode result = operation.objectNode();
        origins.derive(result, operation.path("responses"));
        List<String> produces = MediaTypeList.of(swagger, operation, "produces");
        for (Map.Entry<String, JsonNode> status : operation.path("responses").properties()) {
            String reference = status.getValue().path("$ref").asText();
            if (status.getKey().startsWith("x-")) {
                result.set(status.getKey(), status.getValue());
            } else if (reference.startsWith(RESPONSES) && !operation.has("produces")) {
                ObjectNode shared = result.putObject(status.getKey());
                origins.derive(shared, status.getValue());
                shared.put("$ref", "#/components/responses/" + reference.substring(RESPONSES.length()));
            } else {
                JsonNode target = References.follow(swagger, status.getValue());
                result.set(status.getKey(), response(target.isObject() ? target : status.getValue(), produces));
            }
        }
        return result;
    }

    private JsonNode response(JsonNode node, List<String> produces) {
        if (!(node instanceof ObjectNode source) || source.path("$ref").isTextual()) {
            return node;
        }
        ObjectNode result = source.objectNode();
        origins.derive(result, source);
        for (Map.Entry<String, JsonNode> member : source.properties()) {
            if (!Set.of("schema", "examples", "headers").contains(member.getKey())) {
                result.set(member.getKey(), member.getValue());
            }
        }
        for (Map.Entry<String, JsonNode> header : source.path("headers").properties()) {
            if (header.getValue() instanceof ObjectNode object) {
                SwaggerParameters.child(result, "headers").set(header.getKey(), parameters.header(object));
            }
        }
        content(result, source, produces);
        return result;
    }

    private void content(ObjectNode target, ObjectNode source, List<String> produces) {
        JsonNode schema = source.path("schema");
        // Type "null" is how some say that nothing comes back.
        if (schema.isObject() && !schema.path("type").asText().equals("null")) {
            boolean file = schema.path("type").asText().equals("file");
            schemas.convert(schema);
            ObjectNode content = SwaggerParameters.child(target, "content");
            for (String type :
                    file && produces.stream().allMatch(t -> t.contains("json")) ? List.of(BINARY) : produces) {
                content.putObject(type).set("schema", schema);
            }
        }
        for (Map.Entry<String, JsonNode> example : source.path("examples").properties()) {
            ObjectNode content = SwaggerParameters.child(target, "content");
            if (content.has(example.getKey())
                    || (!schema.isObject() && example.getKey().indexOf('/') > 0)) {
                SwaggerParameters.child(content, example.getKey()).set("example", example.getValue());
            }
        }
        if (target.path("content").isEmpty()) {
            target.remove("content");
        }
    }
}
