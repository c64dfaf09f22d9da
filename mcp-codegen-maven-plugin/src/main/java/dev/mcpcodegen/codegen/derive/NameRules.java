package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.derive.DerivationOptions.Naming;
import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.ToolModel.NameSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The names that one operation can have, whatever others there are: the plain one, and ever wider ones for where that is taken. */
final class NameRules {

    private static final int MAX_ANCESTORS = 6;

    private final String vendor;
    private final Naming naming;

    NameRules(String vendor, Naming naming) {
        this.vendor = vendor;
        this.naming = naming;
    }

    /** The declared name, or else the plain one. */
    NamedOperation name(ApiOperation operation, Classification classification) {
        String declared = operation.directives().name();
        if (declared != null) {
            return new NamedOperation(operation, classification, classification, declared, NameSource.OVERLAY, true);
        }
        NamedOperation plain =
                new NamedOperation(operation, classification, classification, "", classification.source(), false);
        boolean byId = naming == Naming.OPERATION_ID && OperationIds.has(operation);
        return byId || classification.source() == NameSource.OPERATION_ID
                ? byId(plain)
                : byResource(plain, classification);
    }

    /** Ever wider names, tried in turn on what still collides: ancestors one by one, the operation id, a hash. */
    List<UnaryOperator<NamedOperation>> widenings() {
        List<UnaryOperator<NamedOperation>> widenings = new ArrayList<>();
        for (int i = 1; i <= MAX_ANCESTORS; i++) {
            int ancestors = i;
            widenings.add(operation -> widened(operation, ancestors));
        }
        widenings.add(this::byId);
        widenings.add(operation -> operation.renamed(
                operation.widened(),
                ToolNames.withHash(idName(operation), operation.operation().line()),
                NameSource.OPERATION_ID));
        return widenings;
    }

    private NamedOperation widened(NamedOperation named, int ancestors) {
        if (named.source() == NameSource.OPERATION_ID) {
            return named;
        }
        String resource = named.classification().resource();
        for (String ancestor : PathShape.of(named.operation()).ancestors().stream()
                .limit(ancestors)
                .toList()) {
            resource = PathSpace.joined(ancestor, resource);
        }
        return byResource(named, named.classification().withResource(resource));
    }

    /** Too long a name first loses its little words; then the vendor's own id is better than one that breaks off. */
    private NamedOperation byResource(NamedOperation named, Classification classification) {
        String name = ToolNames.compact(ToolNames.of(vendor, classification));
        if (ToolNames.fits(name)) {
            return named.renamed(classification, name, named.source());
        }
        return OperationIds.has(named.operation()) && ToolNames.fits(idName(named))
                ? byId(named)
                : named.renamed(
                        classification,
                        ToolNames.withHash(name, named.operation().line()),
                        named.source());
    }

    private NamedOperation byId(NamedOperation named) {
        return named.renamed(
                named.widened(), ToolNames.fit(idName(named), named.operation().line()), NameSource.OPERATION_ID);
    }

    private String idName(NamedOperation named) {
        return ToolNames.ofOperation(vendor, OperationIds.name(named.operation()));
    }
}
