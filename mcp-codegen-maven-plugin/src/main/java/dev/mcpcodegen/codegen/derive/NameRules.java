package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.ToolModel.NameSource;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** The names that one operation can have, whatever others there are: the plain one, and ever wider ones for where that is taken. */
final class NameRules {

    private final String vendor;

    NameRules(String vendor) {
        this.vendor = vendor;
    }

    /** The declared name, or else the plain one. */
    NamedOperation name(ApiOperation operation, Classification classification) {
        String declared = operation.directives().name();
        if (declared != null) {
            return new NamedOperation(operation, classification, classification, declared, NameSource.OVERLAY, true);
        }
        String name = classification.source() == NameSource.OPERATION_ID
                ? ToolNames.ofOperation(vendor, classification.method())
                : ToolNames.of(vendor, classification, isItem(operation));
        return new NamedOperation(
                operation,
                classification,
                classification,
                ToolNames.fit(name, operation.line()),
                classification.source(),
                false);
    }

    /** Ever wider names, tried in turn on what still collides: one ancestor, all ancestors, the operation id, a hash. */
    List<UnaryOperator<NamedOperation>> widenings() {
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

    private static boolean isItem(ApiOperation operation) {
        return PathShape.of(operation.path()).isItem();
    }
}
