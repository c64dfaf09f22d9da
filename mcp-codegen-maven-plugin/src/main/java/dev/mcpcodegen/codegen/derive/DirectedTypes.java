package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.ApiOperation.ApiBody;
import dev.mcpcodegen.codegen.model.ApiOperation.ApiParameter;
import dev.mcpcodegen.codegen.model.PropertyModel;
import dev.mcpcodegen.codegen.model.ToolDirectives.ArgumentDirectives;
import dev.mcpcodegen.codegen.model.TypeDeclaration;
import dev.mcpcodegen.codegen.model.TypeDeclaration.EnumDefinition;
import dev.mcpcodegen.codegen.model.TypeDeclaration.ObjectDefinition;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes to declared types what overlay and records say about them by way of arguments: words for their properties, under dotted names
 * such as {@code address.city}, and that an enum's values are told but not enforced.
 */
final class DirectedTypes {

    private final Map<String, TypeDeclaration> declarations;
    private final DocumentScope problems;

    private DirectedTypes(Map<String, TypeDeclaration> declarations, DocumentScope problems) {
        this.declarations = new LinkedHashMap<>(declarations);
        this.problems = problems;
    }

    /** Returns the declarations as these operations want them. */
    static Map<String, TypeDeclaration> of(
            Map<String, TypeDeclaration> declarations, List<ApiOperation> operations, DocumentScope problems) {
        DirectedTypes types = new DirectedTypes(declarations, problems);
        operations.forEach(operation -> operation
                .directives()
                .arguments()
                .forEach((name, argument) -> types.direct(operation, name, argument)));
        return types.declarations;
    }

    private void direct(ApiOperation operation, String name, ArgumentDirectives directives) {
        Optional<PropertyModel> whole = argument(operation, name);
        if (whole.isPresent()) {
            if (!directives.enforceEnum()) {
                openEnum(whole.get().type());
            }
            return;
        }
        int dot = name.indexOf('.');
        Optional<TypeModel> start = dot < 0
                ? Optional.empty()
                : argument(operation, name.substring(0, dot)).map(PropertyModel::type);
        start.ifPresent(type -> describe(operation, name, type, directives));
    }

    /** An unknown first name is told where the arguments are made. */
    private void describe(ApiOperation operation, String name, TypeModel start, ArgumentDirectives directives) {
        List<String> path = List.of(name.split("\\.", -1));
        Optional<TypeModel> owner = Optional.of(element(start));
        for (String step : path.subList(1, path.size() - 1)) {
            owner = owner.flatMap(type -> property(type, step))
                    .map(PropertyModel::type)
                    .map(DirectedTypes::element);
        }
        String last = path.get(path.size() - 1);
        Optional<PropertyModel> property = owner.flatMap(type -> property(type, last));
        String description = directives.description();
        if (property.isEmpty()) {
            problems.at(directives.pointer())
                    .error(
                            "No argument of " + operation.line() + " has a property \"" + name + "\".",
                            "Correct the name, or remove the entry.");
            return;
        }
        if (!directives.enforceEnum()) {
            openEnum(property.get().type());
        }
        if (description != null && owner.orElseThrow() instanceof TypeModel.Reference reference) {
            declarations.computeIfPresent(
                    reference.key(), (key, declaration) -> described(declaration, last, description));
        }
    }

    private void openEnum(TypeModel type) {
        if (element(type) instanceof TypeModel.Reference reference) {
            declarations.computeIfPresent(reference.key(), (key, declaration) -> opened(declaration));
        }
    }

    /** An argument by its name in the document, or by the name that callers see. */
    private Optional<PropertyModel> argument(ApiOperation operation, String name) {
        return arguments(operation)
                .filter(property -> property.name().equals(name)
                        || shown(operation, property).equals(name))
                .findFirst();
    }

    private static String shown(ApiOperation operation, PropertyModel property) {
        ArgumentDirectives directives = operation.directives().arguments().get(property.name());
        return directives == null || directives.name() == null
                ? ArgumentNames.legal(property.name())
                : directives.name();
    }

    private Stream<PropertyModel> arguments(ApiOperation operation) {
        Stream<PropertyModel> parameters = operation.parameters().stream().map(ApiParameter::property);
        List<PropertyModel> properties = new BodyProperties(new Types(declarations))
                .of(operation).stream().map(BodyProperties.Property::property).toList();
        ApiBody body = operation.body();
        return body == null || !properties.isEmpty()
                ? Stream.concat(parameters, properties.stream())
                : Stream.concat(parameters, Stream.of(BodyArguments.whole(body, body.type())));
    }

    private Optional<PropertyModel> property(TypeModel type, String name) {
        return new Types(declarations)
                .properties(type).stream()
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
        return declaration.withDefinition(object.withProperties(properties));
    }

    private static TypeDeclaration opened(TypeDeclaration declaration) {
        return declaration.definition() instanceof EnumDefinition values
                ? declaration.withDefinition(new EnumDefinition(values.constants(), false))
                : declaration;
    }
}
