package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.ToolModel.NameSource;

/**
 * An operation on its way to a tool.
 *
 * @param name the tool's name
 * @param source the rule it came from
 */
record NamedOperation(ApiOperation operation, Classification classification, String name, NameSource source) {

    NamedOperation renamed(String newName, NameSource newSource) {
        return new NamedOperation(operation, classification, newName, newSource);
    }
}
