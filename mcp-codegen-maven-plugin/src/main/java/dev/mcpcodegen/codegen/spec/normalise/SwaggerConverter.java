package dev.mcpcodegen.codegen.spec.normalise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.spec.tree.Origins;
import java.util.Map;
import java.util.Set;

/**
 * Turns a Swagger 2.0 document into one of OpenAPI 3.0.3. Loses nothing that a request or a description needs: what OpenAPI 3 has no
 * word for is told in {@code x-mcp-codegen-delimiter}, the separator of a list that travels as one value. Everything keeps the place
 * where it was written. Pure, but for schemas, which are changed in place.
 */
public final class SwaggerConverter {

    private static final Set<String> CONVERTED = Set.of(
            "swagger",
            "host",
            "basePath",
            "schemes",
            "consumes",
            "produces",
            "paths",
            "definitions",
            "parameters",
            "responses",
            "securityDefinitions",
            "components");

    private final ObjectNode swagger;
    private final Origins origins;

    /** Converter of one document, which is useless afterwards. */
    public SwaggerConverter(ObjectNode swagger, Origins origins) {
        this.swagger = swagger;
        this.origins = origins;
    }

    /** Does it. */
    public ObjectNode convert() {
        ObjectNode result = swagger.objectNode().put("openapi", "3.0.3");
        origins.derive(result, swagger);
        for (Map.Entry<String, JsonNode> member : swagger.properties()) {
            if (!CONVERTED.contains(member.getKey())) {
                result.set(member.getKey(), member.getValue());
            }
        }
        SwaggerServers.ofDocument(swagger, result);
        ObjectNode paths = derived(result.putObject("paths"), "paths");
        ObjectNode components = result.putObject("components");
        if (swagger.get("components") instanceof ObjectNode written) {
            components.setAll(written);
        }

        SwaggerSchemas schemas =
                new SwaggerSchemas(swagger, derived(SwaggerParameters.child(components, "schemas"), "definitions"));
        SwaggerParameters parameters = new SwaggerParameters(schemas, origins);
        SwaggerResponses responses = new SwaggerResponses(swagger, schemas, parameters, origins);
        SwaggerOperations operations = new SwaggerOperations(swagger, schemas, parameters, responses, origins);
        schemas.convertDefinitions();
        operations.components(derived(SwaggerParameters.child(components, "parameters"), "parameters"));
        responses.components(derived(SwaggerParameters.child(components, "responses"), "responses"));
        ObjectNode security = derived(SwaggerParameters.child(components, "securitySchemes"), "securityDefinitions");
        SwaggerSecurity schemes = new SwaggerSecurity(origins);
        swagger.path("securityDefinitions")
                .properties()
                .forEach(scheme -> security.set(scheme.getKey(), schemes.scheme(scheme.getValue())));
        swagger.path("paths").properties().forEach(path -> {
            boolean extension = path.getKey().startsWith("x-");
            paths.set(path.getKey(), extension ? path.getValue() : operations.pathItem(path.getValue()));
        });
        return result;
    }

    private ObjectNode derived(ObjectNode made, String source) {
        origins.derive(made, swagger.path(source));
        return made;
    }
}
