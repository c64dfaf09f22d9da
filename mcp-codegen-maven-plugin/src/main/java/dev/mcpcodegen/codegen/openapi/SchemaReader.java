package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.model.PropertyModel;
import dev.mcpcodegen.codegen.model.PropertyModel.Notes;
import dev.mcpcodegen.codegen.model.TypeDeclaration;
import dev.mcpcodegen.codegen.model.TypeDeclaration.Constant;
import dev.mcpcodegen.codegen.model.TypeDeclaration.EnumDefinition;
import dev.mcpcodegen.codegen.model.TypeDeclaration.ObjectDefinition;
import dev.mcpcodegen.codegen.model.TypeModel;
import dev.mcpcodegen.codegen.model.TypeModel.Reference;
import dev.mcpcodegen.codegen.openapi.DocumentTree.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads schemas of OpenAPI 3.0 and 3.1 from the tree. An object or an enum becomes a declaration under the pointer of its schema, before
 * its properties are read, so that a schema may contain itself.
 */
final class SchemaReader {

    private final DocumentTree tree;
    private final DocumentScope problems;
    private final NameHints hints = new NameHints();
    private final Map<String, TypeDeclaration> declarations = new LinkedHashMap<>();

    /** Schemas that are being read right now, from the nearest declaration on: a declaration ends every circle by itself. */
    private Set<String> reading = new HashSet<>();

    SchemaReader(DocumentTree tree, DocumentScope problems) {
        this.tree = tree;
        this.problems = problems;
    }

    Map<String, TypeDeclaration> declarations() {
        return declarations;
    }

    /** Reads a named value; its words come from {@code words} first, which may carry a description beside the schema's own. */
    PropertyModel property(String name, Place schema, boolean required, Place words) {
        hints.tell(schema, name);
        Place target = tree.follow(schema);
        Place part = AllOf.onlyPart(target).map(tree::follow).orElse(target);
        return new PropertyModel(
                name,
                "",
                type(schema),
                required,
                new Notes(
                        description(words, schema, target, part),
                        json("default", schema, target),
                        examples(words, schema, target),
                        flag("deprecated", words, schema, target),
                        flag("readOnly", schema, target),
                        flag("writeOnly", schema, target)));
    }

    /** Reads the shape at a place; anything that says nothing is {@link TypeModel.AnyType}. */
    TypeModel type(Place schema) {
        Place place = tree.follow(schema);
        if (!place.exists() && schema.node().has("$ref")) {
            problems.at(schema.pointer())
                    .error(
                            "The reference " + schema.node().path("$ref").asText() + " leads nowhere.",
                            "Add what it names, or correct the reference.");
        }
        Optional<Place> part = AllOf.onlyPart(place);
        Place flat = part.isEmpty() && place.node().has("allOf") ? AllOf.merge(tree, place) : place;
        // A list of itself, or a union with itself, never ends: where it begins again, anything goes.
        if (!reading.add(place.pointer())) {
            return new TypeModel.AnyType();
        }
        TypeModel type = part.map(this::type).orElseGet(() -> withoutNull(flat));
        reading.remove(place.pointer());
        return isNullable(flat.node()) || isNullable(schema.node()) ? nullable(type) : type;
    }

    private static TypeModel nullable(TypeModel type) {
        return type instanceof TypeModel.NullableType || type instanceof TypeModel.AnyType
                ? type
                : new TypeModel.NullableType(type);
    }

    private TypeModel withoutNull(Place place) {
        JsonNode node = place.node();
        for (String combinator : List.of("oneOf", "anyOf")) {
            if (node.path(combinator).isArray() && !node.has("properties")) {
                return union(place.child(combinator));
            }
        }
        if (EnumValues.exist(node)) {
            return EnumValues.allStrings(node) || ScalarTypes.typeOf(node).equals("string")
                    ? enumeration(place)
                    : ScalarTypes.withAllowed(node, EnumValues.of(node));
        }
        return switch (ScalarTypes.typeOf(node)) {
            case "string" -> ScalarTypes.string(node);
            case "integer", "number" -> ScalarTypes.withAllowed(node, List.of());
            case "boolean" -> new TypeModel.BooleanType();
            case "array" -> list(place);
            case "object" -> object(place);
            default -> new TypeModel.AnyType();
        };
    }

    private TypeModel union(Place alternatives) {
        List<TypeModel> types = new ArrayList<>();
        boolean nullable = false;
        for (int i = 0; i < alternatives.node().size(); i++) {
            Place alternative = alternatives.child(i);
            if (alternative.node().path("type").asText().equals("null")) {
                nullable = true;
            } else {
                types.add(type(alternative));
            }
        }
        TypeModel type = types.size() == 1 ? types.get(0) : new TypeModel.UnionType(List.copyOf(types));
        return nullable ? nullable(type) : type;
    }

    private TypeModel list(Place place) {
        JsonNode node = place.node();
        return new TypeModel.ListType(
                type(place.child("items")),
                ScalarTypes.integer(node, "minItems"),
                ScalarTypes.integer(node, "maxItems"),
                node.path("uniqueItems").asBoolean(false));
    }

    private TypeModel object(Place place) {
        JsonNode properties = place.node().path("properties");
        JsonNode additional = place.node().path("additionalProperties");
        if (!properties.isObject() || properties.isEmpty()) {
            return additional.isObject() && !additional.isEmpty()
                    ? new TypeModel.MapType(type(place.child("additionalProperties")))
                    : new TypeModel.MapType(new TypeModel.AnyType());
        }
        boolean open = additional.isObject() || additional.asBoolean(false);
        return declare(
                place, () -> new ObjectDefinition(properties(place), open), new ObjectDefinition(List.of(), open));
    }

    private List<PropertyModel> properties(Place place) {
        List<PropertyModel> properties = new ArrayList<>();
        List<String> required = new ArrayList<>();
        place.node().path("required").forEach(name -> required.add(name.asText()));
        Place parent = place.child("properties");
        parent.node().fieldNames().forEachRemaining(name -> {
            Place property = parent.child(name);
            properties.add(property(name, property, required.contains(name), property));
        });
        return List.copyOf(properties);
    }

    private TypeModel enumeration(Place place) {
        List<Constant> constants = EnumValues.of(place.node()).stream()
                .map(value -> new Constant("", value))
                .toList();
        EnumDefinition definition = new EnumDefinition(constants, true);
        return declare(place, () -> definition, definition);
    }

    private TypeModel declare(
            Place place, Supplier<TypeDeclaration.Definition> definition, TypeDeclaration.Definition placeholder) {
        if (!declarations.containsKey(place.pointer())) {
            String description = place.words("description");
            String name = hints.of(place);
            declarations.put(
                    place.pointer(), new TypeDeclaration(place.pointer(), name, null, description, placeholder));
            Set<String> outer = reading;
            reading = new HashSet<>();
            declarations.put(
                    place.pointer(), new TypeDeclaration(place.pointer(), name, null, description, definition.get()));
            reading = outer;
        }
        return new Reference(place.pointer());
    }

    private static boolean isNullable(JsonNode node) {
        if (node.path("nullable").asBoolean(false) || EnumValues.includeNull(node)) {
            return true;
        }
        for (JsonNode type : node.path("type")) {
            if (type.asText().equals("null")) {
                return true;
            }
        }
        return false;
    }

    private static String description(Place... places) {
        for (Place place : places) {
            String words = place.words("description");
            if (!words.isEmpty()) {
                return words;
            }
        }
        return "";
    }

    private static boolean flag(String key, Place... places) {
        for (Place place : places) {
            if (place.node().path(key).asBoolean(false)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String json(String key, Place... places) {
        for (Place place : places) {
            if (place.child(key).exists()) {
                return place.node().path(key).toString();
            }
        }
        return null;
    }

    private static List<String> examples(Place... places) {
        for (Place place : places) {
            if (place.child("example").exists()) {
                return List.of(place.node().path("example").toString());
            }
            if (place.node().path("examples").isArray()) {
                List<String> examples = new ArrayList<>();
                place.node().path("examples").forEach(example -> examples.add(example.toString()));
                return List.copyOf(examples);
            }
        }
        return List.of();
    }
}
