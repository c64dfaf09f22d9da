package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.model.PropertyModel;
import dev.mcpcodegen.codegen.model.TypeDeclaration;
import dev.mcpcodegen.codegen.model.TypeDeclaration.ObjectDefinition;
import dev.mcpcodegen.codegen.model.TypeDeclaration.UnionDefinition;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The declarations of an API, for looking through references. */
record Types(Map<String, TypeDeclaration> declarations) {

    /** The properties of an object, looking through null and references; empty for anything else. */
    List<PropertyModel> properties(TypeModel type) {
        return object(type).map(ObjectDefinition::properties).orElse(List.of());
    }

    /**
     * The properties of an object, or of all objects that a union offers: what every alternative requires is required, and what is of
     * several types may hold anything. Empty for anything else.
     */
    List<PropertyModel> unitedProperties(TypeModel type) {
        return unitedProperties(type, Set.of());
    }

    private List<PropertyModel> unitedProperties(TypeModel type, Set<String> within) {
        List<List<PropertyModel>> alternatives = alternatives(type, within);
        if (alternatives.isEmpty()) {
            return properties(type);
        }
        Map<String, PropertyModel> united = new LinkedHashMap<>();
        alternatives.forEach(
                properties -> properties.forEach(property -> united.merge(property.name(), property, Types::either)));
        return united.values().stream()
                .map(property -> property.withRequired(
                        alternatives.stream().allMatch(properties -> requires(properties, property.name()))))
                .toList();
    }

    /** The properties of each object that a union offers; empty when it is no union of objects. */
    List<List<PropertyModel>> alternatives(TypeModel type) {
        return alternatives(type, Set.of());
    }

    /** A union may be an alternative of itself; there it adds nothing. */
    private List<List<PropertyModel>> alternatives(TypeModel type, Set<String> within) {
        Set<String> seen = new HashSet<>(within);
        boolean begins = !(plain(type) instanceof TypeModel.Reference reference) || seen.add(reference.key());
        if (!begins) {
            return List.of();
        }
        List<List<PropertyModel>> alternatives = members(plain(type)).stream()
                .map(member -> unitedProperties(member, seen))
                .toList();
        return alternatives.stream().anyMatch(List::isEmpty) ? List.of() : alternatives;
    }

    /** The alternatives of a union, declared or not; empty for anything else. */
    private List<TypeModel> members(TypeModel type) {
        if (type instanceof TypeModel.Reference reference
                && declaration(reference).definition() instanceof UnionDefinition union) {
            return union.alternatives();
        }
        return type instanceof TypeModel.UnionType union ? union.alternatives() : List.of();
    }

    /** What has another shape in another alternative may have either; words that only the other has are kept. */
    private static PropertyModel either(PropertyModel first, PropertyModel second) {
        if (first.readOnly() != second.readOnly()) {
            // What the vendor fills in for one alternative is the caller's to say for another.
            return first.readOnly() ? second : first;
        }
        PropertyModel described = first.description().isEmpty() ? first.withDescription(second.description()) : first;
        if (first.type().equals(second.type())) {
            return described;
        }
        Set<TypeModel> types = new LinkedHashSet<>();
        for (TypeModel type : List.of(plain(first.type()), plain(second.type()))) {
            types.addAll(type instanceof TypeModel.UnionType union ? union.alternatives() : List.of(type));
        }
        if (types.contains(new TypeModel.AnyType())) {
            return described.withType(new TypeModel.AnyType());
        }
        TypeModel type = types.size() == 1 ? types.iterator().next() : new TypeModel.UnionType(List.copyOf(types));
        boolean nullable = first.nullable() || second.nullable();
        return described.withType(nullable ? new TypeModel.NullableType(type) : type);
    }

    private static boolean requires(List<PropertyModel> properties, String name) {
        return properties.stream().anyMatch(property -> property.name().equals(name) && property.required());
    }

    Optional<ObjectDefinition> object(TypeModel type) {
        return plain(type) instanceof TypeModel.Reference reference
                        && declaration(reference).definition() instanceof ObjectDefinition object
                ? Optional.of(object)
                : Optional.empty();
    }

    TypeDeclaration declaration(TypeModel.Reference reference) {
        return Objects.requireNonNull(declarations.get(reference.key()), reference::key);
    }

    /** The type at a JSON Pointer of properties, such as {@code /data/items}; empty where none is described. */
    Optional<TypeModel> at(TypeModel type, String pointer) {
        TypeModel current = type;
        for (String key :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
            Optional<PropertyModel> property = properties(current).stream()
                    .filter(candidate ->
                            candidate.name().equals(key.replace("~1", "/").replace("~0", "~")))
                    .findFirst();
            if (property.isEmpty()) {
                return Optional.empty();
            }
            current = property.get().type();
        }
        return Optional.of(current);
    }

    static TypeModel plain(TypeModel type) {
        return type instanceof TypeModel.NullableType nullable ? nullable.type() : type;
    }
}
