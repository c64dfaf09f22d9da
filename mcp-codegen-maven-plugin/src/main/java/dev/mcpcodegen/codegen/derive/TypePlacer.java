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
import dev.mcpcodegen.codegen.model.TypeDeclaration.UnionDefinition;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives every declared type that a tool uses its Java name and its place: nested in the only tool that uses it, or in a file of its own
 * when several do.
 */
final class TypePlacer {

    /** Stands for one more tool than there are. */
    private static final String SHARED = "";

    private static final String SCHEMAS = "/components/schemas/";

    private final Types types;
    private final TypeNames typeNames;
    private final Map<String, Set<String>> users = new LinkedHashMap<>();

    TypePlacer(String integrationJavaName, Types types) {
        this.types = types;
        this.typeNames = new TypeNames(integrationJavaName, types.declarations());
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
        shareFamilies();
        Map<String, String> names = names(tools);
        Map<String, TypeDeclaration> placed = new LinkedHashMap<>();
        types.declarations().forEach((key, declaration) -> {
            String name = names.get(key);
            if (name != null) {
                placed.put(key, placed(declaration, owner(key), name));
            }
        });
        return placed;
    }

    /** A sealed interface and its records stand in one package: when one of them is shared, all are (JLS, section 8.1.6). */
    private void shareFamilies() {
        int before = -1;
        while (before != sharedTypes()) {
            before = sharedTypes();
            types.declarations().forEach((key, declaration) -> {
                if (isUsed(key) && declaration.definition() instanceof UnionDefinition union) {
                    boolean shared = owner(key) == null
                            || union.references().stream().anyMatch(member -> owner(member.key()) == null);
                    if (union.discriminator() != null && shared) {
                        use(new TypeModel.Reference(key), SHARED);
                    }
                }
            });
        }
    }

    private int sharedTypes() {
        return users.values().stream().mapToInt(Set::size).sum();
    }

    /**
     * Shared types first, schemas with names of their own before those named after a property: so the plain name goes where a reader
     * of the document expects it. A nested type takes no name of a shared one, which it would hide.
     */
    private Map<String, String> names(List<ToolModel> tools) {
        Set<String> shared = new HashSet<>();
        tools.forEach(tool -> shared.add(caseless(tool.javaName())));
        Map<String, Set<String>> nested = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        for (boolean component : List.of(true, false)) {
            types.declarations().forEach((key, declaration) -> {
                if (isUsed(key) && owner(key) == null && isComponent(key) == component) {
                    names.put(key, freeName(declaration, null, shared));
                }
            });
        }
        for (boolean component : List.of(true, false)) {
            types.declarations().forEach((key, declaration) -> {
                String owner = owner(key);
                if (owner != null && isComponent(key) == component) {
                    names.put(
                            key,
                            freeName(declaration, owner, nested.computeIfAbsent(owner, tool -> new HashSet<>(shared))));
                }
            });
        }
        return names;
    }

    private boolean isUsed(String key) {
        return users.containsKey(key);
    }

    private @Nullable String owner(String key) {
        Set<String> usedBy = users.getOrDefault(key, Set.of());
        return usedBy.size() == 1 ? usedBy.iterator().next() : null;
    }

    private static boolean isComponent(String key) {
        return key.startsWith(SCHEMAS) && key.length() > SCHEMAS.length() && key.indexOf('/', SCHEMAS.length()) < 0;
    }

    /** Files and class files differ in more than case, because they must on some disks. */
    private static String caseless(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private void use(TypeModel type, String tool) {
        if (type instanceof TypeModel.Reference reference) {
            if (users.computeIfAbsent(reference.key(), key -> new LinkedHashSet<>())
                    .add(tool)) {
                useParts(types.declaration(reference).definition(), tool);
            }
        } else if (type instanceof TypeModel.ListType list) {
            use(list.items(), tool);
        } else if (type instanceof TypeModel.MapType map) {
            use(map.values(), tool);
        } else if (type instanceof TypeModel.NullableType nullable) {
            use(nullable.type(), tool);
        } else if (type instanceof TypeModel.UnionType union) {
            union.alternatives().forEach(alternative -> use(alternative, tool));
        }
    }

    private void useParts(Definition definition, String tool) {
        if (definition instanceof ObjectDefinition object) {
            object.properties().forEach(property -> use(property.type(), tool));
            if (object.further() != null) {
                use(object.further(), tool);
            }
        } else if (definition instanceof UnionDefinition union) {
            union.alternatives().forEach(alternative -> use(alternative, tool));
        }
    }

    private String freeName(TypeDeclaration declaration, @Nullable String owner, Set<String> taken) {
        return typeNames
                .of(declaration, owner)
                .filter(name -> taken.add(caseless(name)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Two types are declared as " + declaration.key()));
    }

    private static TypeDeclaration placed(TypeDeclaration declaration, @Nullable String owner, String name) {
        Definition definition = declaration.definition();
        if (definition instanceof ObjectDefinition object) {
            definition = object.withProperties(named(object.properties()));
        } else if (definition instanceof EnumDefinition values) {
            definition = new EnumDefinition(constants(values.constants()), values.enforced());
        }
        return new TypeDeclaration(declaration.key(), name, owner, declaration.description(), definition);
    }

    private static List<PropertyModel> named(List<PropertyModel> properties) {
        Map<String, String> names =
                JavaNames.members(properties.stream().map(PropertyModel::name).toList());
        return properties.stream()
                .map(property -> property.withName(property.name(), Objects.requireNonNull(names.get(property.name())))
                        // Only an argument can be a file; what is within an object travels as its text.
                        .withType(BodyArguments.withoutFiles(property.type())))
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
