package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.model.ApiDescription;
import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.NamePins;
import java.util.List;

/** Classifies the operations of a document and gives each a name of its own. */
final class OperationNaming {

    private final Types types;
    private final NameRules rules;
    private final NamePins pins;
    private final DocumentScope problems;

    OperationNaming(ApiDescription api, NamePins pins, DocumentScope problems) {
        this.types = new Types(api.declarations());
        this.rules = new NameRules(Words.snakeCase(api.integration()));
        this.pins = pins;
        this.problems = problems;
    }

    List<NamedOperation> name(List<ApiOperation> operations) {
        OperationClassifier classifier = new OperationClassifier(operations);
        List<NamedOperation> plain = operations.stream()
                .map(operation -> rules.name(
                        operation,
                        classifier.classify(
                                operation, AnswerShape.of(operation, types).isList())))
                .toList();
        PinnedNames pinned = new PinnedNames(pins, rules, problems);
        List<NamedOperation> resolved = new NameResolver(rules, problems).resolve(pinned.apply(plain));
        pinned.reportReused(resolved);
        return resolved;
    }
}
