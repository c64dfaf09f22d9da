package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.ToolModel.NameSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Gives every operation a name of its own. Where two rules lead to one name, all operations involved give it up and are told; the result
 * does not depend on the order of the document.
 */
final class NameResolver {

    private static final Pattern LEGAL = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

    private final String vendor;
    private final DocumentScope problems;

    NameResolver(String vendor, DocumentScope problems) {
        this.vendor = vendor;
        this.problems = problems;
    }

    /** The name that the rules give to one operation, whatever others there are. */
    NamedOperation name(ApiOperation operation, Classification classification) {
        String declared = operation.directives().name();
        if (declared != null) {
            return new NamedOperation(operation, classification, classification, declared, NameSource.OVERLAY);
        }
        String name = classification.source() == NameSource.OPERATION_ID
                ? ToolNames.ofOperation(vendor, classification.method())
                : ToolNames.of(vendor, classification, isItem(operation));
        return new NamedOperation(
                operation,
                classification,
                classification,
                ToolNames.fit(name, operation.line()),
                classification.source());
    }

    /** Returns the operations in the same order, each with a name that no other has. */
    List<NamedOperation> resolve(List<NamedOperation> operations) {
        operations.stream()
                .filter(NamedOperation::isDeclared)
                .forEach(operation -> checkDeclared(operation, operations));
        List<NamedOperation> resolved = new ArrayList<>(operations);
        Set<String> collisions = new TreeSet<>();
        for (UnaryOperator<NamedOperation> wider : widenings()) {
            Set<String> shared = sharedNames(resolved);
            collisions.addAll(shared);
            resolved.replaceAll(operation ->
                    shared.contains(operation.name()) && !operation.isDeclared() ? wider.apply(operation) : operation);
        }
        for (int i = 0; i < operations.size(); i++) {
            if (collisions.contains(operations.get(i).name())) {
                report(operations.get(i), resolved.get(i), operations);
            }
        }
        return resolved;
    }

    /** Ever wider names, tried in turn on what still collides: one ancestor, all ancestors, the operation id, a hash. */
    private List<UnaryOperator<NamedOperation>> widenings() {
        return List.of(
                operation -> widened(operation, 1),
                operation -> widened(operation, Integer.MAX_VALUE),
                operation -> byId(operation, ToolNames::fit),
                operation -> byId(operation, ToolNames::withHash));
    }

    private NamedOperation widened(NamedOperation named, int ancestors) {
        PathShape shape = PathShape.of(named.operation().path());
        Classification classification = named.classification();
        String resource = classification.resource();
        for (String ancestor : shape.ancestors().stream().limit(ancestors).toList()) {
            String singular = Singulars.of(ancestor);
            resource = resource.startsWith(singular + "_") ? resource : singular + "_" + resource;
        }
        Classification wider = new Classification(resource, classification.method(), classification.source());
        String name = ToolNames.of(vendor, wider, shape.isItem());
        return named.renamed(wider, ToolNames.fit(name, named.operation().line()), named.source());
    }

    private NamedOperation byId(NamedOperation named, BinaryOperator<String> shape) {
        String name = ToolNames.ofOperation(vendor, OperationClassifier.operationName(named.operation()));
        return named.renamed(
                named.widened(), shape.apply(name, named.operation().line()), NameSource.OPERATION_ID);
    }

    private static Set<String> sharedNames(List<NamedOperation> operations) {
        return operations.stream()
                .collect(Collectors.groupingBy(NamedOperation::name, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(count -> count.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private void checkDeclared(NamedOperation named, List<NamedOperation> operations) {
        String pointer = named.operation().pointer() + "/x-mcp/name";
        if (!LEGAL.matcher(named.name()).matches()) {
            problems.at(pointer)
                    .error(
                            "\"" + named.name() + "\" cannot be the name of a tool.",
                            "Give an `x-mcp.name` of 1 to 64 letters, digits, underscores and hyphens.");
        }
        operations.stream()
                .filter(other -> !other.equals(named) && other.isDeclared())
                .filter(other -> other.name().equals(named.name()))
                .forEach(other -> problems.at(pointer)
                        .error(
                                "Two operations are given the name \"" + named.name() + "\": this one and "
                                        + other.operation().line() + ".",
                                "Change one `x-mcp.name` in the overlay."));
    }

    private void report(NamedOperation before, NamedOperation after, List<NamedOperation> all) {
        String sharing = all.stream()
                .filter(other -> other.name().equals(before.name()))
                .map(other -> other.operation().line())
                .sorted()
                .collect(Collectors.joining(", "));
        boolean keeps = before.name().equals(after.name());
        if (keeps && (before.isDeclared() || sharing.equals(before.operation().line()))) {
            return;
        }
        problems.at(before.operation().pointer())
                .warning(
                        "Several operations would become the tool \"" + before.name() + "\": " + sharing + ". This one "
                                + (keeps ? "keeps the name." : "is named \"" + after.name() + "\"."),
                        "If you want other names, give them a `resource` or `method` of their own in their documentation"
                                + " records or the overlay.");
    }

    private static boolean isItem(ApiOperation operation) {
        return PathShape.of(operation.path()).isItem();
    }
}
