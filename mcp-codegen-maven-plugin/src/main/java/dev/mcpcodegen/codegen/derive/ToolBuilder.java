package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.derive.DerivationOptions.DocumentationLevel;
import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.ApiOperation.ApiBody;
import dev.mcpcodegen.codegen.model.ArgumentModel;
import dev.mcpcodegen.codegen.model.PagingModel;
import dev.mcpcodegen.codegen.model.ToolDirectives;
import dev.mcpcodegen.codegen.model.ToolModel;
import dev.mcpcodegen.codegen.model.ToolModel.OperationRef;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts a tool together from an operation that has its name. */
final class ToolBuilder {

    /** A longer list of names would tell less than it costs. */
    private static final int MAX_NAMES = 20;

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
                description(operation, arguments),
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
                operation.deprecated(),
                List.of());
    }

    private String description(ApiOperation operation, FlatArguments arguments) {
        String description = DocumentationGate.description(documentation, operation);
        return description.isEmpty()
                ? description
                : Stream.of(description, alternatives(operation), rules(operation, arguments))
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining("\n\n"));
    }

    /** What a body demands besides its single properties, which stand among all the other arguments. */
    private static String rules(ApiOperation operation, FlatArguments arguments) {
        ApiBody body = operation.body();
        if (body == null) {
            return "";
        }
        List<ArgumentModel> inBody = arguments.arguments().stream()
                .filter(argument -> argument.location() == ArgumentModel.Location.BODY)
                .toList();
        int least = body.rules().minProperties();
        boolean whole = inBody.size() == 1 && inBody.get(0).type() instanceof TypeModel.MapType;
        boolean told = least > inBody.stream().filter(ArgumentModel::required).count() && !whole;
        String names = inBody.size() > MAX_NAMES
                ? "the arguments that the body holds"
                : inBody.stream().map(argument -> "`" + argument.name() + "`").collect(Collectors.joining(", "));
        return Stream.of(body.rules().needsInWords(), told ? "Needs at least " + least + " of " + names + "." : "")
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String alternatives(ApiOperation operation) {
        ApiBody body = operation.body();
        return body == null ? "" : BodyAlternatives.inWords(types.alternatives(body.type()));
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
