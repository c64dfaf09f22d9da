package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.model.ApiDescription;
import dev.mcpcodegen.codegen.model.ApiOperation;
import java.util.List;

/** Classifies the operations of a document and gives each a name of its own. */
final class OperationNaming {

    private final Types types;
    private final NameResolver names;

    OperationNaming(ApiDescription api, DocumentScope problems) {
        this.types = new Types(api.declarations());
        this.names = new NameResolver(Words.snakeCase(api.integration()), problems);
    }

    List<NamedOperation> name(List<ApiOperation> operations) {
        OperationClassifier classifier = new OperationClassifier(operations);
        return names.resolve(operations.stream()
                .map(operation -> names.name(
                        operation,
                        classifier.classify(
                                operation, AnswerShape.of(operation, types).isList())))
                .toList());
    }
}
