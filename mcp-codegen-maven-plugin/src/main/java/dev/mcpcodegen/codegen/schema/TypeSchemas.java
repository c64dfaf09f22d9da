package dev.mcpcodegen.codegen.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.PropertyModel;
import dev.mcpcodegen.codegen.model.TypeDeclaration;
import dev.mcpcodegen.codegen.model.TypeDeclaration.EnumDefinition;
import dev.mcpcodegen.codegen.model.TypeDeclaration.ObjectDefinition;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes types as the schemas that a model reads: with words, rules and examples. References are written out; a type that contains
 * itself, or occurs again and again, goes to {@code $defs}. One instance makes one schema document.
 */
final class TypeSchemas {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** How often an object is written out; types that double from level to level would not end otherwise. */
    private static final int MAX_COPIES = 4;

    private final IntegrationModel integration;
    private final Map<String, Integer> written = new HashMap<>();
    private final Map<String, Boolean> recursive = new HashMap<>();
    private final ObjectNode definitions = JsonNodeFactory.instance.objectNode();

    TypeSchemas(IntegrationModel integration) {
        this.integration = integration;
    }

    /** The definitions that the written schemas refer to. */
    Optional<ObjectNode> definitions() {
        return definitions.isEmpty() ? Optional.empty() : Optional.of(definitions);
    }

    ObjectNode property(PropertyModel property) {
        ObjectNode schema = type(property.type());
        String words = words(property);
        if (!words.isEmpty()) {
            schema.put("description", words);
        }
        String defaultJson = property.notes().defaultJson();
        if (defaultJson != null) {
            schema.set("default", literal(defaultJson));
        }
        if (!property.notes().examplesJson().isEmpty()) {
            ArrayNode examples = schema.putArray("examples");
            property.notes().examplesJson().forEach(example -> examples.add(literal(example)));
        }
        if (property.notes().writeOnly()) {
            // The runtime's audit hides what bears this.
            schema.put("writeOnly", true);
        }
        return schema;
    }

    private ObjectNode type(TypeModel type) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        if (type instanceof TypeModel.StringType string) {
            schema.put("type", "string");
            put(schema, "format", string.format());
            put(schema, "pattern", string.pattern());
            put(schema, "minLength", string.minLength());
            put(schema, "maxLength", string.maxLength());
        } else if (type instanceof TypeModel.IntegerType integer) {
            number(schema.put("type", "integer"), integer.bounds(), integer.allowed());
        } else if (type instanceof TypeModel.NumberType number) {
            number(schema.put("type", "number"), number.bounds(), number.allowed());
        } else if (type instanceof TypeModel.BooleanType) {
            schema.put("type", "boolean");
        } else if (type instanceof TypeModel.FileType) {
            file(schema);
        } else if (type instanceof TypeModel.ListType list) {
            schema.put("type", "array").set("items", type(list.items()));
            put(schema, "minItems", list.minItems());
            put(schema, "maxItems", list.maxItems());
            if (list.uniqueItems()) {
                schema.put("uniqueItems", true);
            }
        } else if (type instanceof TypeModel.MapType map) {
            schema.put("type", "object");
            if (!(map.values() instanceof TypeModel.AnyType)) {
                schema.set("additionalProperties", type(map.values()));
            }
        } else if (type instanceof TypeModel.UnionType union) {
            ArrayNode alternatives = schema.putArray("anyOf");
            union.alternatives().forEach(alternative -> alternatives.add(type(alternative)));
        } else if (type instanceof TypeModel.NullableType nullable) {
            return Nullability.allow(type(nullable.type()));
        } else if (type instanceof TypeModel.Reference reference) {
            return reference(reference);
        }
        return schema;
    }

    private ObjectNode reference(TypeModel.Reference reference) {
        TypeDeclaration declaration = integration.type(reference);
        int times = written.merge(reference.key(), 1, Integer::sum);
        boolean isObject = declaration.definition() instanceof ObjectDefinition;
        if (!isObject || (times <= MAX_COPIES && !recursive.computeIfAbsent(reference.key(), this::containsItself))) {
            return definition(declaration);
        }
        String name = declaration.javaName();
        if (!definitions.has(name)) {
            definitions.set(name, JsonNodeFactory.instance.objectNode());
            definitions.set(name, definition(declaration));
        }
        return JsonNodeFactory.instance.objectNode().put("$ref", "#/$defs/" + name);
    }

    private ObjectNode definition(TypeDeclaration declaration) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        if (declaration.definition() instanceof EnumDefinition values) {
            schema.put("type", "string");
            ArrayNode texts = schema.putArray(values.enforced() ? "enum" : "examples");
            values.constants().forEach(constant -> texts.add(constant.wireValue()));
        } else if (declaration.definition() instanceof ObjectDefinition object) {
            schema.put("type", "object");
            ObjectNode properties = schema.putObject("properties");
            List<PropertyModel> writable = object.properties().stream()
                    .filter(property -> !property.readOnly())
                    .toList();
            writable.forEach(property -> properties.set(property.name(), property(property)));
            List<PropertyModel> required =
                    writable.stream().filter(PropertyModel::required).toList();
            if (!required.isEmpty()) {
                ArrayNode names = schema.putArray("required");
                required.forEach(property -> names.add(property.name()));
            }
        }
        return schema;
    }

    private boolean containsItself(String key) {
        return reaches(new TypeModel.Reference(key), key, new HashSet<>(), true);
    }

    private boolean reaches(TypeModel type, String key, Set<String> seen, boolean start) {
        if (type instanceof TypeModel.Reference reference) {
            if (!start && reference.key().equals(key)) {
                return true;
            }
            return seen.add(reference.key())
                    && integration.type(reference).definition() instanceof ObjectDefinition object
                    && object.properties().stream().anyMatch(property -> reaches(property.type(), key, seen, false));
        }
        if (type instanceof TypeModel.ListType list) {
            return reaches(list.items(), key, seen, false);
        }
        if (type instanceof TypeModel.MapType map) {
            return reaches(map.values(), key, seen, false);
        }
        if (type instanceof TypeModel.UnionType union) {
            return union.alternatives().stream().anyMatch(alternative -> reaches(alternative, key, seen, false));
        }
        return type instanceof TypeModel.NullableType nullable && reaches(nullable.type(), key, seen, false);
    }

    private static void file(ObjectNode schema) {
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("filename").put("type", "string").put("description", "file name with extension");
        properties.putObject("media_type").put("type", "string").put("description", "such as application/pdf");
        properties.putObject("content_base64").put("type", "string").put("description", "the bytes in base64");
        schema.putArray("required").add("filename").add("content_base64");
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

    private static String words(PropertyModel property) {
        String deprecated = property.notes().deprecated() ? "Deprecated." : "";
        return List.of(property.description(), deprecated).stream()
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static JsonNode literal(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The model holds JSON texts only, not " + json, e);
        }
    }

    private static void putNumber(ObjectNode schema, String keyword, @Nullable String number) {
        if (number != null) {
            schema.set(keyword, literal(number));
        }
    }

    private static void put(ObjectNode schema, String keyword, @Nullable Object value) {
        if (value instanceof Integer integer) {
            schema.put(keyword, integer);
        } else if (value != null) {
            schema.put(keyword, value.toString());
        }
    }
}
