package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.model.ToolModel.NameSource;

/**
 * What an operation does to what.
 *
 * @param resource in snake_case
 * @param method {@code list}, {@code get}, {@code create}, {@code update}, {@code delete}, or a verb in snake_case
 * @param onItem whether it concerns one item of many, which the caller names by its id
 * @param source where resource and method come from
 */
record Classification(String resource, String method, boolean onItem, NameSource source) {

    Classification withResource(String newResource) {
        return new Classification(newResource, method, onItem, source);
    }
}
