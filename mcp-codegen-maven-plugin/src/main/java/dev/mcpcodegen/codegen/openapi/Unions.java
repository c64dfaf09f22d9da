package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mcpcodegen.codegen.model.TypeDeclaration.Discriminator;
import dev.mcpcodegen.codegen.model.TypeDeclaration.UnionDefinition;
import dev.mcpcodegen.codegen.model.TypeModel;
import dev.mcpcodegen.codegen.model.TypeModel.Reference;
import dev.mcpcodegen.codegen.openapi.DocumentTree.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads {@code oneOf} and {@code anyOf}: as alternatives, or as the plain type that they only spell out. */
final class Unions {

    private final DocumentTree tree;
    private final SchemaReader schemas;
    private final Discriminators discriminators;

    Unions(DocumentTree tree, SchemaReader schemas) {
        this.tree = tree;
        this.schemas = schemas;
        this.discriminators = new Discriminators(tree);
    }

    /** Returns the type of a schema with alternatives; empty where there are none that say something. */
    Optional<TypeModel> read(Place place) {
        if (listsItsValues(place.node())) {
            return Optional.empty();
        }
        List<Place> members = members(place);
        boolean nullable = members.stream().anyMatch(this::takesNull);
        List<Place> alternatives = members.stream()
                .filter(member -> !isNull(member) && saysSomething(member))
                .toList();
        boolean hasProperties = !place.node().path("properties").isEmpty();
        if (hasProperties && alternatives.stream().noneMatch(this::isObject)) {
            alternatives = List.of();
        }
        if (alternatives.isEmpty()
                && !members.isEmpty()
                && members.stream().allMatch(this::isNull)
                && SchemaTypes.of(place.node()).isEmpty()) {
            return Optional.of(SchemaReader.NULL);
        }
        if (alternatives.isEmpty()) {
            List<Place> children = discriminators.children(place);
            return children.isEmpty() ? Optional.empty() : Optional.of(family(place, children));
        }
        TypeModel type = hasProperties
                ? union(
                        place,
                        alternatives.stream()
                                .map(alternative -> AllOf.and(tree, place, alternative))
                                .toList())
                : spelledOut(place, alternatives).orElse(null);
        if (type == null) {
            type = union(place, alternatives);
        }
        return Optional.of(nullable ? SchemaReader.nullable(type) : type);
    }

    /** One type that may be any of several. */
    static TypeModel any(Collection<TypeModel> types) {
        Set<TypeModel> different = new LinkedHashSet<>();
        boolean nullable = false;
        for (TypeModel type : types) {
            nullable |= type instanceof TypeModel.NullableType;
            TypeModel plain = type instanceof TypeModel.NullableType wrapped ? wrapped.type() : type;
            different.addAll(plain instanceof TypeModel.UnionType union ? union.alternatives() : List.of(plain));
        }
        if (different.isEmpty() || different.contains(new TypeModel.AnyType())) {
            return different.isEmpty() && nullable ? SchemaReader.NULL : new TypeModel.AnyType();
        }
        TypeModel type =
                different.size() == 1 ? different.iterator().next() : new TypeModel.UnionType(List.copyOf(different));
        return nullable ? SchemaReader.nullable(type) : type;
    }

    private static List<Place> members(Place place) {
        return Stream.of("oneOf", "anyOf")
                .map(place::child)
                .filter(list -> list.node().isArray() && !list.node().isEmpty())
                .findFirst()
                .map(list -> {
                    List<Place> members = new ArrayList<>();
                    for (int i = 0; i < list.node().size(); i++) {
                        members.add(list.child(i));
                    }
                    return members;
                })
                .orElse(List.of());
    }

    /** Values that stand beside alternatives are those of them that are meant here, as where one type serves several schemas. */
    private static boolean listsItsValues(JsonNode node) {
        List<JsonNode> values = EnumValues.nodes(node);
        return !values.isEmpty() && values.stream().allMatch(JsonNode::isValueNode);
    }

    private boolean takesNull(Place member) {
        Place followed = tree.follow(member);
        return isNull(member)
                || SchemaReader.isNullable(member.node())
                || SchemaReader.isNullable(
                        followed.node().has("allOf")
                                ? AllOf.merge(tree, followed).node()
                                : followed.node());
    }

    /** The types of alternatives; that one of them may be null is said of all together. */
    private List<TypeModel> types(List<Place> alternatives) {
        return alternatives.stream()
                .map(schemas::type)
                .map(type -> type instanceof TypeModel.NullableType nullable ? nullable.type() : type)
                .toList();
    }

    private boolean isNull(Place member) {
        return SchemaTypes.isNull(tree.follow(member).node());
    }

    /** Alternatives that only require, forbid or describe leave the shape alone. */
    private boolean saysSomething(Place member) {
        JsonNode node = tree.follow(member).node();
        if (node.isEmpty()) {
            return member.node().has("$ref");
        }
        boolean combined = Stream.of("allOf", "oneOf", "anyOf", "enum", "const").anyMatch(node::has);
        return combined || (!SchemaTypes.of(node).isEmpty() && !isOnlyRequired(node));
    }

    private static boolean isOnlyRequired(JsonNode node) {
        return node.has("required") && !node.has("type") && !node.has("properties");
    }

    private boolean isObject(Place member) {
        Place followed = tree.follow(member);
        return followed.node().isObject()
                && !AllOf.merge(tree, followed).node().path("properties").isEmpty();
    }

    /** Alternatives that are single values, or values and any text. */
    private Optional<TypeModel> spelledOut(Place place, List<Place> alternatives) {
        List<JsonNode> values = new ArrayList<>();
        boolean anyText = false;
        for (Place alternative : alternatives) {
            JsonNode node = tree.follow(alternative).node();
            List<JsonNode> own = EnumValues.nodes(node);
            if (!own.isEmpty() && own.stream().allMatch(JsonNode::isTextual) && !isUnion(node)) {
                values.addAll(own);
            } else if (node.path("type").asText().equals("string")
                    && Stream.of("format", "pattern").noneMatch(node::has)
                    && own.isEmpty()) {
                anyText = true;
            } else {
                return Optional.empty();
            }
        }
        return values.isEmpty() || alternatives.size() < 2
                ? Optional.empty()
                : Optional.of(schemas.enumeration(place, EnumValues.texts(values), !anyText));
    }

    private static boolean isUnion(JsonNode node) {
        return node.has("oneOf") || node.has("anyOf");
    }

    private TypeModel union(Place place, List<Place> alternatives) {
        if (alternatives.size() == 1) {
            return schemas.type(alternatives.get(0));
        }
        boolean scalars = alternatives.stream().allMatch(this::isScalar);
        if (scalars) {
            return merged(any(types(alternatives)));
        }
        return schemas.declare(place, () -> definition(place, alternatives), new UnionDefinition(List.of(), null));
    }

    private boolean isScalar(Place alternative) {
        JsonNode node = tree.follow(alternative).node();
        List<String> types = SchemaTypes.of(node);
        boolean combined = Stream.of("allOf", "oneOf", "anyOf").anyMatch(node::has);
        boolean value = EnumValues.nodes(node).stream().anyMatch(JsonNode::isValueNode);
        return !combined && (!types.isEmpty() || value) && !types.contains("object") && !types.contains("array");
    }

    /** Whole numbers that are listed one by one are one list. */
    private static TypeModel merged(TypeModel type) {
        if (!(type instanceof TypeModel.UnionType union)
                || !union.alternatives().stream()
                        .allMatch(each -> each instanceof TypeModel.IntegerType number
                                && !number.allowed().isEmpty())) {
            return type;
        }
        return new TypeModel.IntegerType(
                TypeModel.Bounds.NONE,
                union.alternatives().stream()
                        .flatMap(each -> ((TypeModel.IntegerType) each).allowed().stream())
                        .distinct()
                        .toList());
    }

    private UnionDefinition definition(Place place, List<Place> alternatives) {
        TypeModel type = any(types(alternatives));
        List<TypeModel> types = type instanceof TypeModel.UnionType union ? union.alternatives() : List.of(type);
        Optional<Discriminator> discriminator = types.size() == alternatives.size()
                ? discriminators.read(place, alternatives, references(types))
                : Optional.empty();
        return new UnionDefinition(types, discriminator.orElse(null));
    }

    /** A schema that its children extend and that says by which property they are told apart: any of the children. */
    private TypeModel family(Place place, List<Place> children) {
        return schemas.declare(place, () -> definition(place, children), new UnionDefinition(List.of(), null));
    }

    private static List<Reference> references(List<TypeModel> types) {
        return types.stream()
                .filter(Reference.class::isInstance)
                .map(Reference.class::cast)
                .toList();
    }
}
