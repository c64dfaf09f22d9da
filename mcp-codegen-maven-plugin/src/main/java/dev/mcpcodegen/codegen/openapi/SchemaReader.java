package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.model.PropertyModel;
import dev.mcpcodegen.codegen.model.TypeDeclaration;
import dev.mcpcodegen.codegen.model.TypeDeclaration.Constant;
import dev.mcpcodegen.codegen.model.TypeDeclaration.Definition;
import dev.mcpcodegen.codegen.model.TypeDeclaration.EnumDefinition;
import dev.mcpcodegen.codegen.model.TypeModel;
import dev.mcpcodegen.codegen.model.TypeModel.Reference;
import dev.mcpcodegen.codegen.openapi.DocumentTree.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Reads schemas of OpenAPI 3.0 and 3.1 from the tree. An object, an enum or a union of objects becomes a declaration under the pointer of
 * its schema, before its parts are read, so that a schema may contain itself. A schema that is odd is read as what it most likely means.
 */
final class SchemaReader {

    /** Null, and no other value. */
    static final TypeModel NULL = new TypeModel.NullableType(new TypeModel.UnionType(List.of()));

    private final DocumentTree tree;
    private final DocumentScope problems;
    private final NameHints hints = new NameHints();
    private final Unions unions;
    private final ObjectReader objects;
    private final SchemaNotes notes;
    private final Map<String, TypeDeclaration> declarations = new LinkedHashMap<>();
    private final Set<String> told = new HashSet<>();

    /** Types at places that were read whole: what many schemas refer to is read once. */
    private final Map<String, TypeModel> known = new HashMap<>();

    /** Schemas that are being read right now, from the nearest declaration on: a declaration ends every circle by itself. */
    private Set<String> reading = new HashSet<>();

    private int cuts;

    SchemaReader(DocumentTree tree, DocumentScope problems) {
        this.tree = tree;
        this.problems = problems;
        this.unions = new Unions(tree, this);
        this.objects = new ObjectReader(this);
        this.notes = new SchemaNotes(tree);
    }

    Map<String, TypeDeclaration> declarations() {
        return declarations;
    }

    /** Reads a named value; its words come from {@code words} first, which may carry a description beside the schema's own. */
    PropertyModel property(String name, Place schema, boolean required, Place words) {
        hints.tell(schema, name);
        Place target = tree.follow(schema);
        Place part = AllOf.onlyPart(target).map(tree::follow).orElse(target);
        TypeModel type = type(schema);
        if (BareObjects.isBare(part.node()) && BareObjects.meansScalar(name, part.node(), words.node())) {
            type = type instanceof TypeModel.NullableType ? nullable(BareObjects.TYPE) : BareObjects.TYPE;
            tellBareObject(name, schema);
        }
        return new PropertyModel(name, "", type, required, notes.read(name, type, words, schema, target, part));
    }

    /** Reads the shape at a place; anything that says nothing is {@link TypeModel.AnyType}. */
    TypeModel type(Place written) {
        Place schema = AllOf.withSiblings(written);
        Place place = tree.follow(schema);
        if (!place.exists() && schema.node().has("$ref")) {
            problems.at(schema.pointer())
                    .warning(
                            "The reference " + schema.node().path("$ref").asText()
                                    + " leads nowhere; any value is taken here.",
                            "Add what it names, or correct the reference.");
        }
        TypeModel type = place.node().isObject() ? shape(place) : new TypeModel.AnyType();
        return isNullable(schema.node()) ? nullable(type) : type;
    }

    private TypeModel shape(Place written) {
        Place place = AllOf.withSingleAlternatives(written);
        TypeModel before = known.get(place.pointer());
        if (before != null) {
            return before;
        }
        // A list of itself never ends: where it begins again, anything goes.
        if (!reading.add(place.pointer())) {
            cuts++;
            return new TypeModel.AnyType();
        }
        int cutsBefore = cuts;
        Optional<Place> part = AllOf.onlyPart(place);
        Place flat = part.isEmpty() && place.node().has("allOf") ? AllOf.merge(tree, place) : place;
        TypeModel type = part.map(this::type).orElseGet(() -> withoutNull(flat));
        tellContradiction(place);
        reading.remove(place.pointer());
        TypeModel read = isNullable(flat.node()) ? nullable(type) : type;
        if (cuts == cutsBefore) {
            known.put(place.pointer(), read);
        }
        return read;
    }

    static TypeModel nullable(TypeModel type) {
        return type instanceof TypeModel.NullableType || type instanceof TypeModel.AnyType
                ? type
                : new TypeModel.NullableType(type);
    }

    /** Reads a schema whose {@code allOf} is merged. */
    TypeModel withoutNull(Place place) {
        return unions.read(place).orElseGet(() -> plain(place));
    }

    /** Reads a schema as if it had no alternatives. */
    TypeModel plain(Place place) {
        JsonNode node = place.node();
        if (SchemaTypes.isNull(node)) {
            return NULL;
        }
        List<String> types = SchemaTypes.of(node);
        SchemaTypes.unknown(node).forEach(type -> tellUnknownType(place, type));
        if (EnumValues.exist(node) && !types.contains("object") && !types.contains("array")) {
            return values(place, types);
        }
        if (types.size() > 1) {
            return new TypeModel.UnionType(
                    types.stream().map(type -> ofType(place, type)).toList());
        }
        return types.isEmpty() ? new TypeModel.AnyType() : ofType(place, types.get(0));
    }

    private TypeModel ofType(Place place, String type) {
        JsonNode node = place.node();
        return switch (type) {
            case "string" -> ScalarTypes.string(node);
            case "file" -> new TypeModel.FileType();
            case "integer", "number" -> ScalarTypes.numeric(node, type);
            case "boolean" -> ScalarTypes.bool(node);
            case "array" -> objects.list(place);
            case "object" -> objects.object(place);
            default -> new TypeModel.AnyType();
        };
    }

    /** Listed values by their own types, where the schema's type does not say that all are texts. */
    private TypeModel values(Place place, List<String> types) {
        List<JsonNode> values = EnumValues.ofTypes(EnumValues.nodes(place.node()), types);
        if (types.equals(List.of("string")) || values.stream().allMatch(JsonNode::isTextual)) {
            return enumeration(place, EnumValues.texts(values));
        }
        if (values.stream().anyMatch(JsonNode::isContainerNode)) {
            return new TypeModel.AnyType();
        }
        List<TypeModel> alternatives = new ArrayList<>();
        if (has(values, JsonNode::isTextual)) {
            alternatives.add(enumeration(
                    place,
                    EnumValues.texts(values.stream().filter(JsonNode::isTextual).toList())));
        }
        if (has(values, JsonNode::isNumber)) {
            boolean whole = values.stream().filter(JsonNode::isNumber).allMatch(ScalarTypes::isWhole)
                    && !types.contains("number");
            alternatives.add(ScalarTypes.numeric(place.node(), whole ? "integer" : "number"));
        }
        if (has(values, JsonNode::isBoolean)) {
            alternatives.add(ScalarTypes.bool(place.node()));
        }
        return alternatives.size() == 1 ? alternatives.get(0) : new TypeModel.UnionType(List.copyOf(alternatives));
    }

    private static boolean has(List<JsonNode> values, Predicate<JsonNode> kind) {
        return values.stream().anyMatch(kind);
    }

    Reference enumeration(Place place, List<String> values) {
        return enumeration(place, values, true);
    }

    Reference enumeration(Place place, List<String> values, boolean enforced) {
        List<Constant> constants =
                values.stream().map(value -> new Constant("", value)).toList();
        EnumDefinition definition = new EnumDefinition(constants, enforced);
        return declare(place, () -> definition, definition);
    }

    Reference declare(Place place, Supplier<Definition> definition, Definition placeholder) {
        if (!declarations.containsKey(place.pointer())) {
            TypeDeclaration begun =
                    new TypeDeclaration(place.pointer(), hints.of(place), null, words(place), placeholder);
            declarations.put(place.pointer(), begun);
            Set<String> outer = reading;
            reading = new HashSet<>();
            declarations.put(place.pointer(), begun.withDefinition(definition.get()));
            reading = outer;
        }
        return new Reference(place.pointer());
    }

    /** Generators that write this write it everywhere, so that one place says enough. */
    private void tellBareObject(String name, Place place) {
        if (told.add("type: object")) {
            problems.at(place.pointer())
                    .info(
                            "\"" + name
                                    + "\" is an object without properties, but its words are those of a text or a number; a"
                                    + " text is taken here as well, and wherever else the document does so.",
                            "Correct its type in the overlay, if you want callers to know what goes here.");
        }
    }

    private static String words(Place place) {
        List<String> words = new ArrayList<>(List.of(place.words("description")));
        words.addAll(ObjectRulesReader.words(place.node()));
        words.removeIf(String::isEmpty);
        return String.join(" ", words);
    }

    private void tellContradiction(Place place) {
        List<String> types = AllOf.contradiction(tree, place);
        if (!types.isEmpty() && told.add(place.pointer())) {
            problems.at(place.pointer())
                    .info(
                            "No value is " + String.join(" and ", types)
                                    + " at once, as `allOf` demands here; either is taken.",
                            "Correct it in the overlay, if you know which one the vendor takes.");
        }
    }

    private void tellUnknownType(Place place, String type) {
        if (told.add(place.pointer())) {
            problems.at(place.pointer())
                    .warning(
                            "\"" + type + "\" is no type of JSON Schema; any value is taken here.",
                            "Correct it in the overlay, if you want callers to know what goes here.");
        }
    }

    static boolean isNullable(JsonNode node) {
        return node.path("nullable").asBoolean(false)
                || node.path("x-nullable").asBoolean(false)
                || SchemaTypes.includeNull(node)
                || EnumValues.includeNull(node);
    }
}
