package dev.mcpcodegen.codegen.spec.normalise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.spec.tree.Origins;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns Parameter, Header and form field Objects of Swagger 2.0 into those of OpenAPI 3.0, whose shape is a schema of its own. */
final class SwaggerParameters {

    static final String MULTIPART = "multipart/form-data";
    static final String URL_ENCODED = "application/x-www-form-urlencoded";

    private static final Set<String> SHAPE = Set.of(
            "type",
            "format",
            "items",
            "default",
            "maximum",
            "exclusiveMaximum",
            "minimum",
            "exclusiveMinimum",
            "maxLength",
            "minLength",
            "pattern",
            "maxItems",
            "minItems",
            "uniqueItems",
            "enum",
            "multipleOf",
            "x-nullable",
            "x-isnullable");

    private final SwaggerSchemas schemas;
    private final Origins origins;

    SwaggerParameters(SwaggerSchemas schemas, Origins origins) {
        this.schemas = schemas;
        this.origins = origins;
    }

    /** A parameter in path, query or header. */
    ObjectNode parameter(ObjectNode source) {
        ObjectNode result = withSchema(source);
        if (source.path("type").asText().equals("array") || source.has("collectionFormat")) {
            if (source.path("in").asText().equals("query")) {
                CollectionFormat.ofForm(source, result);
            } else {
                CollectionFormat.ofText(source, result);
            }
        }
        return result;
    }

    /** A response's header. */
    ObjectNode header(ObjectNode source) {
        return withSchema(source);
    }

    private ObjectNode withSchema(ObjectNode source) {
        ObjectNode result = source.objectNode();
        origins.derive(result, source);
        ObjectNode shape = shape(source);
        for (Map.Entry<String, JsonNode> member : source.properties()) {
            if (!SHAPE.contains(member.getKey()) && !member.getKey().equals("collectionFormat")) {
                result.set(member.getKey(), member.getValue());
            }
        }
        // Some write a schema already, as in OpenAPI 3.
        JsonNode written = source.path("schema");
        result.set("schema", written.isObject() && shape.isEmpty() ? schemas.convert(written) : shape);
        return result;
    }

    private ObjectNode shape(ObjectNode source) {
        ObjectNode shape = source.objectNode();
        origins.derive(shape, source);
        for (Map.Entry<String, JsonNode> member : source.properties()) {
            if (SHAPE.contains(member.getKey())) {
                shape.set(member.getKey(), member.getValue());
            }
        }
        schemas.convert(shape);
        return shape;
    }

    /** A request body that is made of form fields; multipart when there is a file, or the document wants no other form. */
    ObjectNode form(List<ObjectNode> fields, List<String> consumes) {
        ObjectNode first = fields.get(0);
        ObjectNode body = first.objectNode();
        boolean file =
                fields.stream().anyMatch(field -> field.path("type").asText().equals("file"));
        boolean multipart = file || (consumes.contains(MULTIPART) && !consumes.contains(URL_ENCODED));
        ObjectNode content = body.putObject("content").putObject(multipart ? MULTIPART : URL_ENCODED);
        ObjectNode schema = content.putObject("schema").put("type", "object");
        origins.derive(schema, first);
        ObjectNode properties = schema.putObject("properties");
        List<String> required = new ArrayList<>();
        for (ObjectNode field : fields) {
            String name = field.path("name").asText();
            properties.set(name, field(field));
            if (field.path("required").asBoolean(false)) {
                required.add(name);
            }
            if (field.path("type").asText().equals("array")) {
                CollectionFormat.ofForm(field, child(content, "encoding").putObject(name));
            }
        }
        if (!required.isEmpty()) {
            ArrayNode names = schema.putArray("required");
            required.forEach(names::add);
            body.put("required", true);
        }
        return body;
    }

    private ObjectNode field(ObjectNode source) {
        ObjectNode field = source.path("schema").isObject() && !source.has("type")
                ? (ObjectNode) schemas.convert(source.get("schema"))
                : shape(source);
        for (Map.Entry<String, JsonNode> member : source.properties()) {
            boolean said =
                    member.getKey().equals("description") || member.getKey().startsWith("x-");
            if (said && !SHAPE.contains(member.getKey())) {
                field.set(member.getKey(), member.getValue());
            }
        }
        return field;
    }

    static ObjectNode child(ObjectNode holder, String name) {
        return holder.get(name) instanceof ObjectNode existing ? existing : holder.putObject(name);
    }
}
