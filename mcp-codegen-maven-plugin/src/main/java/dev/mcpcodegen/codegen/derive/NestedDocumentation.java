package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.model.ApiDescription;
import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.PropertyModel;
import dev.mcpcodegen.codegen.model.TypeDeclaration;
import dev.mcpcodegen.codegen.model.TypeDeclaration.ObjectDefinition;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes what records say about properties of arguments, under dotted names such as {@code address.city}, to the types they are of. */
final class NestedDocumentation {

    private final Map<String, TypeDeclaration> declarations;

    private NestedDocumentation(Map<String, TypeDeclaration> declarations) {
        this.declarations = new LinkedHashMap<>(declarations);
    }

    /** Returns the declarations of an API with the words of its records. */
    static Map<String, TypeDeclaration> apply(ApiDescription api) {
        NestedDocumentation documentation = new NestedDocumentation(api.declarations());
        for (ApiOperation operation : api.operations()) {
            operation.directives().arguments().forEach((name, argument) -> {
                if (name.contains(".") && argument.description() != null) {
                    documentation.describe(operation, List.of(name.split("\\.")), argument.description());
                }
            });
        }
        return documentation.declarations;
    }

    private void describe(ApiOperation operation, List<String> path, String description) {
        Optional<TypeModel> type = argumentTypes(operation)
                .filter(property -> property.name().equals(path.get(0)))
                .map(PropertyModel::type)
                .findFirst();
        for (String name : path.subList(1, path.size() - 1)) {
            type = type.flatMap(outer -> property(outer, name)).map(PropertyModel::type);
        }
        String last = path.get(path.size() - 1);
        type.map(NestedDocumentation::element).ifPresent(owner -> {
            if (owner instanceof TypeModel.Reference reference) {
                declarations.computeIfPresent(
                        reference.key(), (key, declaration) -> described(declaration, last, description));
            }
        });
    }

    private Stream<PropertyModel> argumentTypes(ApiOperation operation) {
        Stream<PropertyModel> body = operation.body() == null
                ? Stream.empty()
                : new Types(declarations).properties(operation.body().type()).stream();
        return Stream.concat(operation.parameters().stream().map(parameter -> parameter.property()), body);
    }

    private Optional<PropertyModel> property(TypeModel type, String name) {
        return new Types(declarations)
                .properties(element(type)).stream()
                        .filter(property -> property.name().equals(name))
                        .findFirst();
    }

    /** What a list holds, however deep; other types themselves. */
    private static TypeModel element(TypeModel type) {
        TypeModel plain = Types.plain(type);
        return plain instanceof TypeModel.ListType list ? element(list.items()) : plain;
    }

    private static TypeDeclaration described(TypeDeclaration declaration, String name, String description) {
        if (!(declaration.definition() instanceof ObjectDefinition object)) {
            return declaration;
        }
        List<PropertyModel> properties = object.properties().stream()
                .map(property -> property.name().equals(name) ? property.withDescription(description) : property)
                .toList();
        return new TypeDeclaration(
                declaration.key(),
                declaration.javaName(),
                declaration.owner(),
                declaration.description(),
                new ObjectDefinition(properties, object.open()));
    }
}
