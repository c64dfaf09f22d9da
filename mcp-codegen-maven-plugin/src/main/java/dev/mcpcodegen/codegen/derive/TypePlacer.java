package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.model.ArgumentModel;
import dev.mcpcodegen.codegen.model.PropertyModel;
import dev.mcpcodegen.codegen.model.ResponseModel;
import dev.mcpcodegen.codegen.model.ToolModel;
import dev.mcpcodegen.codegen.model.TypeDeclaration;
import dev.mcpcodegen.codegen.model.TypeDeclaration.Constant;
import dev.mcpcodegen.codegen.model.TypeDeclaration.Definition;
import dev.mcpcodegen.codegen.model.TypeDeclaration.EnumDefinition;
import dev.mcpcodegen.codegen.model.TypeDeclaration.ObjectDefinition;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives every declared type that a tool uses its Java name and its place: nested in the only tool that uses it, or in a file of its own
 * when several do.
 */
final class TypePlacer {

    private final String integrationJavaName;
    private final Types types;
    private final Map<String, Set<String>> users = new LinkedHashMap<>();

    TypePlacer(String integrationJavaName, Types types) {
        this.integrationJavaName = integrationJavaName;
        this.types = types;
    }

    /** Returns the declarations that the tools use, placed and named, in the document's order. */
    Map<String, TypeDeclaration> place(List<ToolModel> tools) {
        for (ToolModel tool : tools) {
            for (ArgumentModel argument : tool.arguments()) {
                use(argument.type(), tool.javaName());
            }
            if (tool.response().kind() == ResponseModel.Kind.JSON) {
                use(tool.response().type(), tool.javaName());
            }
        }
        Map<String, TypeDeclaration> placed = new LinkedHashMap<>();
        Map<String, Set<String>> takenByOwner = new LinkedHashMap<>();
        types.declarations().forEach((key, declaration) -> {
            Set<String> usedBy = users.get(key);
            if (usedBy != null) {
                String owner = usedBy.size() == 1 ? usedBy.iterator().next() : null;
                Set<String> taken = takenByOwner.computeIfAbsent(owner == null ? "" : owner, place -> new HashSet<>());
                placed.put(key, placed(declaration, owner, freeName(declaration, taken, owner)));
            }
        });
        return placed;
    }

    private void use(TypeModel type, String tool) {
        if (type instanceof TypeModel.Reference reference) {
            if (users.computeIfAbsent(reference.key(), key -> new LinkedHashSet<>())
                            .add(tool)
                    && types.declaration(reference).definition() instanceof ObjectDefinition object) {
                object.properties().forEach(property -> use(property.type(), tool));
            }
        } else if (type instanceof TypeModel.ListType list) {
            use(list.items(), tool);
        } else if (type instanceof TypeModel.MapType map) {
            use(map.values(), tool);
        } else if (type instanceof TypeModel.NullableType nullable) {
            use(nullable.type(), tool);
        }
    }

    private String freeName(TypeDeclaration declaration, Set<String> taken, @Nullable String owner) {
        String words = Words.snakeCase(declaration.javaName());
        // What a list is called is the plural of what it holds; a schema with a name of its own keeps it.
        String hint = declaration.key().endsWith("/items") ? Singulars.of(words) : words;
        String name = JavaNames.type(hint, integrationJavaName);
        String candidate = name.equals(owner) ? integrationJavaName + name : name;
        String free = taken.contains(candidate) ? JavaNames.unique(candidate, declaration.key()) : candidate;
        taken.add(free);
        return free;
    }

    private static TypeDeclaration placed(TypeDeclaration declaration, @Nullable String owner, String name) {
        Definition definition = declaration.definition();
        if (definition instanceof ObjectDefinition object) {
            definition = new ObjectDefinition(named(object.properties()), object.open());
        } else if (definition instanceof EnumDefinition values) {
            definition = new EnumDefinition(constants(values.constants()), values.enforced());
        }
        return new TypeDeclaration(declaration.key(), name, owner, declaration.description(), definition);
    }

    private static List<PropertyModel> named(List<PropertyModel> properties) {
        Map<String, String> names =
                JavaNames.members(properties.stream().map(PropertyModel::name).toList());
        return properties.stream()
                .map(property -> property.withName(property.name(), Objects.requireNonNull(names.get(property.name()))))
                .toList();
    }

    private static List<Constant> constants(List<Constant> constants) {
        Map<String, String> names =
                JavaNames.constants(constants.stream().map(Constant::wireValue).toList());
        return constants.stream()
                .map(constant ->
                        new Constant(Objects.requireNonNull(names.get(constant.wireValue())), constant.wireValue()))
                .toList();
    }
}
