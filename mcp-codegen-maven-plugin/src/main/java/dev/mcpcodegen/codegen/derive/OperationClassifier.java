package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.ToolDirectives;
import dev.mcpcodegen.codegen.model.ToolModel.NameSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Finds resource and method of an operation: what is declared first, then path, HTTP method and answer. */
final class OperationClassifier {

    private static final Set<String> STANDARD = Set.of("list", "get", "create", "update", "delete");
    private static final Set<String> ON_ONE = Set.of("update", "delete");

    private final PathSpace paths;
    private final StandardMethods standard;
    private final NamedMethods namedMethods;

    /** Knows all operations of the document, since a PUT means something else where there is a PATCH. */
    OperationClassifier(List<ApiOperation> operations, Answers answers) {
        this.paths = new PathSpace(operations);
        this.standard = new StandardMethods(paths, answers, operations);
        this.namedMethods = new NamedMethods(paths, answers);
    }

    Classification classify(ApiOperation operation) {
        PathShape shape = PathShape.of(operation);
        NamedMethods.Found found = namedMethods
                .find(operation, shape)
                .orElseGet(() -> new NamedMethods.Found(
                        paths.resource(shape), standard.method(operation, shape).orElse("")));
        ToolDirectives declared = operation.directives();
        boolean isDeclared = declared.resource() != null || declared.method() != null;
        String resource = Words.snakeCase(Objects.requireNonNullElse(declared.resource(), found.resource()));
        String method = Words.snakeCase(Objects.requireNonNullElse(declared.method(), found.method()));
        boolean nameless = method.isEmpty() || resource.isEmpty();
        boolean ofItem = !operation.fragment().isEmpty() && shape.endsWithParameter() && STANDARD.contains(method);
        boolean named = shape.isItem()
                || ofItem
                || (shape.beforeLastStatic().endsWithParameter()
                        && shape.lastStatic().equals(method));
        boolean onItem = named || (declared.method() != null && ON_ONE.contains(method));
        return new Classification(
                resource.isEmpty() ? "root" : resource,
                nameless && (method.isEmpty() || declared.method() == null) ? unnamed(operation) : method,
                onItem,
                nameless || (!isDeclared && isItemOfItem(shape) && STANDARD.contains(method))
                        ? NameSource.OPERATION_ID
                        : isDeclared ? NameSource.DECLARED : NameSource.DERIVED);
    }

    /** The id is the name of last resort; what it calls a standard method must not be filtered as one. */
    private static String unnamed(ApiOperation operation) {
        return OperationIds.name(operation);
    }

    /** {@code /webhooks/{id}/{token}} beside {@code /webhooks/{id}}: the plain name belongs to the latter. */
    private boolean isItemOfItem(PathShape shape) {
        return shape.isItem() && shape.parent().isItem() && paths.has(shape.parent());
    }
}
