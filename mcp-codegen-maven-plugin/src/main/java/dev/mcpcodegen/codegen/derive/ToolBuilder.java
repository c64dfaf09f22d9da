package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.derive.DerivationOptions.DocumentationLevel;
import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.ApiOperation.ApiBody;
import dev.mcpcodegen.codegen.model.PagingModel;
import dev.mcpcodegen.codegen.model.ToolDirectives;
import dev.mcpcodegen.codegen.model.ToolModel;
import dev.mcpcodegen.codegen.model.ToolModel.OperationRef;
import java.util.List;
import java.util.Objects;

/** Puts a tool together from an operation that has its name. */
final class ToolBuilder {

    private final Types types;
    private final DocumentationLevel documentation;
    private final Requests requests;
    private final ArgumentFlattener flattener;
    private final PagingDetector pagingDetector;

    ToolBuilder(
            Types types,
            List<ApiOperation> operations,
            DocumentationLevel documentation,
            Requests requests,
            DocumentScope problems) {
        this.types = types;
        this.documentation = documentation;
        this.requests = requests;
        this.flattener = new ArgumentFlattener(types, problems);
        this.pagingDetector = new PagingDetector(types, operations, problems);
    }

    ToolModel build(NamedOperation named, String className) {
        ApiOperation operation = named.operation();
        ToolDirectives directives = operation.directives();
        String method = named.classification().method();
        PagingDecision decision = pagingDetector.decide(operation, method);
        PagingModel paging = decision.paging();
        FlatArguments arguments = flattener.flatten(operation, method, paging);
        return new ToolModel(
                named.name(),
                named.source(),
                className,
                Objects.requireNonNullElse(directives.title(), operation.summary()),
                description(operation),
                named.classification().resource(),
                method,
                tags(operation),
                new OperationRef(
                        operation.httpMethod(), operation.writtenPath(), operation.pointer(), operation.variant()),
                arguments.arguments(),
                flattener.body(operation, arguments),
                requests.of(operation, arguments),
                paging,
                decision.note(),
                Responses.of(operation, paging, types),
                HintRules.of(operation, method),
                operation.deprecated());
    }

    private String description(ApiOperation operation) {
        String description = DocumentationGate.description(documentation, operation);
        ApiBody body = operation.body();
        String alternatives = body == null ? "" : BodyAlternatives.inWords(types.alternatives(body.type()));
        return description.isEmpty() || alternatives.isEmpty() ? description : description + "\n\n" + alternatives;
    }

    private static List<String> tags(ApiOperation operation) {
        List<String> declared = operation.directives().tags();
        return (declared.isEmpty() ? operation.tags() : declared)
                .stream()
                        .map(Words::snakeCase)
                        .filter(tag -> !tag.isEmpty())
                        .distinct()
                        .toList();
    }
}
