package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.ToolModel.NameSource;

/**
 * An operation on its way to a tool.
 *
 * @param classification what it does to what
 * @param widened the same with a resource that names its ancestors, where the plain one is taken
 * @param wanted the name that it would have if it were alone
 * @param name the tool's name
 * @param source the rule it came from
 * @param fixed whether the name is given, so that only others give way to it
 */
record NamedOperation(
        ApiOperation operation,
        Classification classification,
        Classification widened,
        String wanted,
        String name,
        NameSource source,
        boolean fixed) {

    NamedOperation renamed(Classification wider, String newName, NameSource newSource) {
        return new NamedOperation(
                operation, classification, wider, wanted.isEmpty() ? newName : wanted, newName, newSource, fixed);
    }

    NamedOperation with(ApiOperation newOperation) {
        return new NamedOperation(newOperation, classification, widened, wanted, name, source, fixed);
    }

    /** The same with its name for good. */
    NamedOperation fix() {
        return new NamedOperation(operation, classification, widened, wanted, name, source, true);
    }

    boolean isDeclared() {
        return source == NameSource.OVERLAY;
    }
}
