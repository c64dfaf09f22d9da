package dev.mcpcodegen.codegen.openapi;

import dev.mcpcodegen.codegen.model.TypeDeclaration;
import dev.mcpcodegen.codegen.model.TypeDeclaration.UnionDefinition;
import dev.mcpcodegen.codegen.model.TypeModel;
import dev.mcpcodegen.codegen.model.TypeModel.Reference;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Unions that offer themselves, directly or through others: that says nothing, and whoever follows it never comes to an end. */
final class SelfAlternatives {

    private SelfAlternatives() {}

    /** Removes them, in place. */
    static void remove(Map<String, TypeDeclaration> declarations) {
        for (String key : List.copyOf(declarations.keySet())) {
            TypeDeclaration declaration = declarations.get(key);
            if (declaration != null && declaration.definition() instanceof UnionDefinition union) {
                List<TypeModel> others = union.alternatives().stream()
                        .filter(alternative -> !leads(alternative, key, declarations, new HashSet<>()))
                        .toList();
                if (others.size() < union.alternatives().size()) {
                    List<TypeModel> left = others.isEmpty() ? List.of(new TypeModel.AnyType()) : others;
                    declarations.put(key, declaration.withDefinition(new UnionDefinition(left, null)));
                }
            }
        }
    }

    private static boolean leads(
            TypeModel type, String key, Map<String, TypeDeclaration> declarations, Set<String> seen) {
        if (type instanceof TypeModel.NullableType nullable) {
            return leads(nullable.type(), key, declarations, seen);
        }
        if (type instanceof TypeModel.UnionType union) {
            return union.alternatives().stream().anyMatch(each -> leads(each, key, declarations, seen));
        }
        if (!(type instanceof Reference reference) || reference.key().equals(key)) {
            return type instanceof Reference;
        }
        TypeDeclaration declaration = declarations.get(reference.key());
        return seen.add(reference.key())
                && declaration != null
                && declaration.definition() instanceof UnionDefinition union
                && union.alternatives().stream().anyMatch(each -> leads(each, key, declarations, seen));
    }
}
