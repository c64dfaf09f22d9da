package dev.mcpcodegen.codegen.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.TypeDeclaration.EnumDefinition;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes texts, numbers, truth values, listed values and files. */
final class ScalarSchemas {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final IntegrationModel integration;

    ScalarSchemas(IntegrationModel integration) {
        this.integration = integration;
    }

    ObjectNode write(TypeModel type) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        if (type instanceof TypeModel.StringType string) {
            schema.put("type", "string");
            put(schema, "format", string.format());
            Optional.ofNullable(string.pattern())
                    .filter(pattern -> !(Patterns.isLiteral(pattern)
                            && (string.minLength() != null || string.maxLength() != null)))
                    .flatMap(Patterns::portable)
                    .ifPresent(pattern -> schema.put("pattern", pattern));
            put(schema, "minLength", string.minLength());
            put(schema, "maxLength", string.maxLength());
        } else if (type instanceof TypeModel.IntegerType integer) {
            number(schema.put("type", "integer"), integer.bounds(), integer.allowed());
        } else if (type instanceof TypeModel.NumberType number) {
            number(schema.put("type", "number"), number.bounds(), number.allowed());
        } else if (type instanceof TypeModel.BooleanType bool) {
            number(schema.put("type", "boolean"), TypeModel.Bounds.NONE, bool.allowed());
        } else if (type instanceof TypeModel.FileType) {
            file(schema);
        }
        return schema;
    }

    /** Alternatives that are all texts as one text. */
    Optional<ObjectNode> texts(TypeModel.UnionType union) {
        if (union.alternatives().isEmpty()) {
            return Optional.empty();
        }
        Set<String> values = new LinkedHashSet<>();
        boolean enforced = true;
        for (TypeModel alternative : union.alternatives()) {
            if (alternative instanceof TypeModel.Reference reference
                    && integration.type(reference).definition() instanceof EnumDefinition known) {
                known.constants().forEach(constant -> values.add(constant.wireValue()));
                enforced &= known.enforced();
            } else if (alternative.equals(TypeModel.StringType.PLAIN)) {
                enforced = false;
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(values(values, enforced));
    }

    static ObjectNode values(EnumDefinition known) {
        Set<String> values = new LinkedHashSet<>();
        known.constants().forEach(constant -> values.add(constant.wireValue()));
        return values(values, known.enforced());
    }

    private static ObjectNode values(Set<String> values, boolean enforced) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "string");
        if (!values.isEmpty()) {
            ArrayNode texts = schema.putArray(enforced ? "enum" : "examples");
            values.forEach(texts::add);
        }
        return schema;
    }

    /** Says by which values of a property an alternative is told; false when the schema does not show the property. */
    static boolean tell(ObjectNode object, String property, List<String> values) {
        if (!(object.path("properties").path(property) instanceof ObjectNode schema)) {
            return false;
        }
        schema.remove(List.of("format", "pattern", "minLength", "maxLength", "anyOf", "examples", "default"));
        ArrayNode texts = schema.put("type", "string").putArray("enum");
        values.forEach(texts::add);
        ArrayNode required = object.path("required") instanceof ArrayNode names ? names : object.putArray("required");
        boolean known = false;
        for (JsonNode name : required) {
            known |= name.asText().equals(property);
        }
        if (!known) {
            required.add(property);
        }
        return true;
    }

    static JsonNode literal(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The model holds JSON texts only, not " + json, e);
        }
    }

    static void put(ObjectNode schema, String keyword, @Nullable Object value) {
        if (value instanceof Integer integer) {
            if (integer > 0 || !keyword.startsWith("min")) {
                schema.put(keyword, integer);
            }
        } else if (value != null) {
            schema.put(keyword, value.toString());
        }
    }

    private static void number(ObjectNode schema, TypeModel.Bounds bounds, List<String> allowed) {
        if (!allowed.isEmpty()) {
            ArrayNode values = schema.putArray("enum");
            allowed.forEach(value -> values.add(literal(value)));
        }
        putNumber(schema, "minimum", bounds.minimum());
        putNumber(schema, "exclusiveMinimum", bounds.exclusiveMinimum());
        putNumber(schema, "maximum", bounds.maximum());
        putNumber(schema, "exclusiveMaximum", bounds.exclusiveMaximum());
        putNumber(schema, "multipleOf", bounds.multipleOf());
    }

    private static void putNumber(ObjectNode schema, String keyword, @Nullable String number) {
        if (number != null) {
            schema.set(keyword, literal(number));
        }
    }

    private static void file(ObjectNode schema) {
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        describe(properties, "filename", "file name with extension");
        describe(properties, "media_type", "such as application/pdf");
        describe(
                properties,
                "content_base64",
                "the bytes in base64, at most 2 MB; without them, the answer is a URL that takes the bytes of a larger file");
        describe(
                properties,
                "resource_uri",
                "instead of the bytes: a link to a file that a tool here has answered with");
        schema.putArray("required").add("filename");
    }

    private static void describe(ObjectNode properties, String name, String description) {
        properties.putObject(name).put("type", "string").put("description", description);
    }
}
