package dev.mcpcodegen.codegen.spec.normalise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.spec.tree.Pointers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Turns Schema Objects of Swagger 2.0 into those of OpenAPI 3.0, in place. */
final class SwaggerSchemas {

    private static final String DEFINITIONS = "#/definitions/";
    private static final String SCHEMAS = "#/components/schemas/";

    private final ObjectNode swagger;
    private final ObjectNode schemas;
    private final Set<JsonNode> done = Collections.newSetFromMap(new IdentityHashMap<>());
    private final IdentityHashMap<JsonNode, String> borrowed = new IdentityHashMap<>();

    /** Converter of a document's schemas; the definitions become components. */
    SwaggerSchemas(ObjectNode swagger, ObjectNode schemas) {
        this.swagger = swagger;
        this.schemas = schemas;
        if (swagger.get("definitions") instanceof ObjectNode definitions) {
            schemas.setAll(definitions);
        }
    }

    void convertDefinitions() {
        new ArrayList<>(schemas.properties()).forEach(definition -> convert(definition.getValue()));
    }

    /** Converts a schema and all below it; returns the same node. */
    JsonNode convert(JsonNode node) {
        if (!(node instanceof ObjectNode schema) || !done.add(schema)) {
            return node;
        }
        if (schema.path("$ref").isTextual()) {
            schema.put("$ref", reference(schema.get("$ref").textValue()));
        }
        type(schema);
        if (isTrue(schema, "x-nullable") || isTrue(schema, "x-isnullable")) {
            schema.put("nullable", true);
        }
        if (schema.path("discriminator").isTextual()) {
            String property = schema.get("discriminator").textValue();
            schema.putObject("discriminator").put("propertyName", property);
        }
        if (schema.path("required").isBoolean()) {
            // Of JSON Schema draft 3; whether a property is required is said by its object since draft 4.
            schema.remove("required");
        }
        CollectionFormat.ofItems(schema);
        children(schema);
        return schema;
    }

    private void children(ObjectNode schema) {
        for (String map : List.of("properties", "patternProperties", "definitions")) {
            if (schema.get(map) instanceof ObjectNode members) {
                members.forEach(this::convert);
            }
        }
        for (String list : List.of("allOf", "anyOf", "oneOf", "items")) {
            if (schema.get(list) instanceof ArrayNode elements) {
                elements.forEach(this::convert);
            }
        }
        for (String single : List.of("items", "additionalProperties", "not")) {
            convert(schema.path(single));
        }
    }

    private static void type(ObjectNode schema) {
        JsonNode type = schema.path("type");
        if (type.asText().equals("file")) {
            schema.put("type", "string").put("format", "binary");
        } else if (type.isArray()) {
            List<String> others = new ArrayList<>();
            type.forEach(element -> others.add(element.asText()));
            if (others.remove("null")) {
                schema.put("nullable", true);
            }
            if (others.size() == 1) {
                schema.put("type", others.get(0));
            } else if (others.isEmpty()) {
                schema.remove("type");
            }
        }
    }

    /** Definitions keep their names; any other place that a schema is borrowed from becomes a component of its own. */
    private String reference(String text) {
        if (text.startsWith(DEFINITIONS)) {
            return SCHEMAS + text.substring(DEFINITIONS.length());
        }
        if (!text.startsWith("#/") || !(target(text) instanceof ObjectNode target)) {
            return text;
        }
        String name = borrowed.get(target);
        if (name == null) {
            name = freeName(Pointers.tokens(text.substring(1)));
            borrowed.put(target, name);
            schemas.set(name, target);
            convert(target);
        }
        return SCHEMAS + name;
    }

    private JsonNode target(String text) {
        JsonNode target = Pointers.resolve(swagger, References.decoded(text));
        return target == null ? MissingNode.getInstance() : target;
    }

    private String freeName(List<String> tokens) {
        String wished = "";
        for (String token : tokens) {
            if (token.matches("[A-Za-z][A-Za-z0-9_.-]*") && !token.equals("schema") && !token.equals("paths")) {
                wished = wished.isEmpty() ? token : wished + "_" + token;
            }
        }
        wished = wished.isEmpty() ? "schema" : wished;
        String name = wished;
        for (int i = 2; schemas.has(name); i++) {
            name = wished + "_" + i;
        }
        return name;
    }

    private static boolean isTrue(ObjectNode schema, String name) {
        return schema.path(name).asBoolean(false);
    }
}
