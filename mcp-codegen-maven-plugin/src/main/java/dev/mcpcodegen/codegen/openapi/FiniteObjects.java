package dev.mcpcodegen.codegen.openapi;

import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.model.PropertyModel;
import dev.mcpcodegen.codegen.model.TypeDeclaration;
import dev.mcpcodegen.codegen.model.TypeDeclaration.ObjectDefinition;
import dev.mcpcodegen.codegen.model.TypeDeclaration.UnionDefinition;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Objects that require themselves, directly or through others: no value of them ever ends, so what leads back is optional, as the vendor
 * must have meant it.
 */
final class FiniteObjects {

    private final Map<String, TypeDeclaration> declarations;

    /** Keys of declarations that some value satisfies. */
    private final Set<String> finite = new HashSet<>();

    private FiniteObjects(Map<String, TypeDeclaration> declarations) {
        this.declarations = declarations;
    }

    /** Makes optional, in place, what keeps a declared object from having any value. */
    static void ensure(Map<String, TypeDeclaration> declarations, DocumentScope problems) {
        FiniteObjects objects = new FiniteObjects(declarations);
        objects.grow();
        // In the document's order: where two require each other, it is enough to loosen the first.
        for (String key : List.copyOf(declarations.keySet())) {
            if (!objects.finite.contains(key) && objects.loosen(key, problems)) {
                objects.grow();
            }
        }
    }

    /** Adds what has a value, until nothing is added any more. */
    private void grow() {
        boolean grows = true;
        while (grows) {
            grows = false;
            for (TypeDeclaration declaration : declarations.values()) {
                grows |= !finite.contains(declaration.key()) && ends(declaration) && finite.add(declaration.key());
            }
        }
    }

    private boolean loosen(String key, DocumentScope problems) {
        TypeDeclaration declaration = declarations.get(key);
        if (declaration == null || !(declaration.definition() instanceof ObjectDefinition object)) {
            return false;
        }
        List<PropertyModel> properties = object.properties().stream()
                .map(property -> isEndless(property) ? property.withRequired(false) : property)
                .toList();
        declarations.put(key, declaration.withDefinition(object.withProperties(properties)));
        object.properties().stream()
                .filter(this::isEndless)
                .forEach(property -> problems.at(key)
                        .info(
                                "\"" + property.name()
                                        + "\" is required and leads back to the object that it is part of,"
                                        + " so that no value would ever end; it is optional here.",
                                "Take it from `required` in the overlay, and nothing more is told."));
        return true;
    }

    private boolean isEndless(PropertyModel property) {
        return property.required() && !ends(property.type());
    }

    private boolean ends(TypeDeclaration declaration) {
        if (declaration.definition() instanceof ObjectDefinition object) {
            return object.properties().stream().noneMatch(this::isEndless);
        }
        return !(declaration.definition() instanceof UnionDefinition union)
                || union.alternatives().isEmpty()
                || union.alternatives().stream().anyMatch(this::ends);
    }

    private boolean ends(TypeModel type) {
        if (type instanceof TypeModel.Reference reference) {
            return finite.contains(reference.key());
        } else if (type instanceof TypeModel.ListType list) {
            Integer least = list.minItems();
            return least == null || least == 0 || ends(list.items());
        } else if (type instanceof TypeModel.UnionType union) {
            return union.alternatives().isEmpty()
                    || union.alternatives().stream().anyMatch(this::ends);
        }
        return true;
    }
}
