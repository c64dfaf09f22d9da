package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.derive.DerivationOptions.Naming;
import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.ToolModel.NameSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The names that one operation can have, whatever others there are: the plain one, and ever wider ones for where that is taken. */
final class NameRules {

    private static final int MAX_ANCESTORS = 6;

    /** How parameters end that name an item by what it is always found by. */
    private static final Set<String> IDS = Set.of("id", "ids", "uuid", "guid", "key");

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
            return new NamedOperation(
                    operation, classification, classification, declared, declared, NameSource.OVERLAY, true);
        }
        NamedOperation plain =
                new NamedOperation(operation, classification, classification, "", "", classification.source(), false);
        boolean byId = naming == Naming.OPERATION_ID && OperationIds.has(operation);
        return byId || classification.source() == NameSource.OPERATION_ID
                ? byId(plain)
                : byResource(plain, classification);
    }

    /** {@code /versions/{number}} beside {@code /versions/{id}}: the name tells by what the item is found. */
    NamedOperation byParameter(NamedOperation named) {
        Classification plain = named.classification();
        String parameter = PathShape.of(named.operation().path()).lastParameter();
        String words = Words.snakeCase(parameter);
        String last = words.substring(words.lastIndexOf('_') + 1);
        String one = Singulars.of(plain.resource());
        String key = List.of(words.split("_", -1)).stream()
                .filter(word -> !List.of(one.split("_", -1)).contains(word))
                .collect(Collectors.joining("_"));
        if (named.source() == NameSource.OPERATION_ID || words.isEmpty() || IDS.contains(last)) {
            return named;
        }
        String by = "_by_" + (key.isEmpty() ? words : key);
        String name = ToolNames.compact(named.name().replaceFirst("_by_id$", "") + by);
        return ToolNames.fits(name)
                ? named.renamed(
                        plain.withResource((plain.onItem() ? one : plain.resource()) + by), name, named.source())
                : named;
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
