package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.ToolDirectives;
import dev.mcpcodegen.codegen.model.ToolModel.NameSource;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Finds resource and method of an operation: what is declared first, then path, HTTP method and answer. */
final class OperationClassifier {

    private final Set<String> lines = new HashSet<>();

    /** Knows all operations of the document, since a PUT means something else where there is a PATCH. */
    OperationClassifier(List<ApiOperation> operations) {
        operations.forEach(operation -> lines.add(operation.httpMethod() + " " + operation.path()));
    }

    Classification classify(ApiOperation operation, boolean answersList) {
        PathShape shape = PathShape.of(operation.path());
        boolean verb = Verbs.contains(shape.lastStatic()) && shape.segments().size() > 1;
        String resource = verb ? resourceBefore(shape) : shape.resource();
        Optional<String> method =
                verb ? Optional.of(shape.lastStatic()) : standardMethod(operation, shape, answersList);

        ToolDirectives declared = operation.directives();
        boolean isDeclared = declared.resource() != null || declared.method() != null;
        String name = Objects.requireNonNullElse(declared.resource(), resource);
        String does = Objects.requireNonNullElse(declared.method(), method.orElse(""));
        if (does.isEmpty() || name.isEmpty()) {
            return new Classification(
                    name.isEmpty() ? "root" : Words.snakeCase(name),
                    does.isEmpty() || declared.method() == null
                            ? Words.snakeCase(operationName(operation))
                            : Words.snakeCase(does),
                    NameSource.OPERATION_ID);
        }
        return new Classification(
                Words.snakeCase(name), Words.snakeCase(does), isDeclared ? NameSource.DECLARED : NameSource.DERIVED);
    }

    /** The vendor's operation id, or the operation's line where there is none. */
    static String operationName(ApiOperation operation) {
        String id = operation.operationId();
        return id == null || Words.snakeCase(id).isEmpty() ? operation.httpMethod() + operation.path() : id;
    }

    private static String resourceBefore(PathShape shape) {
        String resource = shape.beforeLastStatic().resource();
        return resource.isEmpty() ? shape.lastStatic() : resource;
    }

    private Optional<String> standardMethod(ApiOperation operation, PathShape shape, boolean answersList) {
        boolean item = shape.isItem();
        return switch (operation.httpMethod()) {
            case "GET" -> Optional.of(!item && answersList ? "list" : "get");
            case "POST" -> item ? updateUnless(operation, "PATCH", "PUT") : Optional.of("create");
            case "PATCH" -> Optional.of(item ? "update" : "bulk_update");
            case "PUT" -> !item ? Optional.of("upsert") : Optional.of(has(operation, "PATCH") ? "overwrite" : "update");
            case "DELETE" -> Optional.of(item ? "delete" : "bulk_delete");
            default -> Optional.empty();
        };
    }

    private Optional<String> updateUnless(ApiOperation operation, String... others) {
        for (String other : others) {
            if (has(operation, other)) {
                return Optional.empty();
            }
        }
        return Optional.of("update");
    }

    private boolean has(ApiOperation operation, String httpMethod) {
        return lines.contains(httpMethod + " " + operation.path());
    }
}
