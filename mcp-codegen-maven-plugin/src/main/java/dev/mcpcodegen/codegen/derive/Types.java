package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.model.PropertyModel;
import dev.mcpcodegen.codegen.model.TypeDeclaration;
import dev.mcpcodegen.codegen.model.TypeDeclaration.ObjectDefinition;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
        List<List<PropertyModel>> alternatives = alternatives(type);
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
        if (!(plain(type) instanceof TypeModel.UnionType union)) {
            return List.of();
        }
        List<List<PropertyModel>> alternatives =
                union.alternatives().stream().map(this::unitedProperties).toList();
        return alternatives.stream().anyMatch(List::isEmpty) ? List.of() : alternatives;
    }

    private static PropertyModel either(PropertyModel first, PropertyModel second) {
        return first.type().equals(second.type()) ? first : first.withType(new TypeModel.AnyType());
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
