/**
 * From {@link dev.mcpcodegen.codegen.model.TypeModel} to JSON Schema 2020-12 that every client takes, and to the JSON by which a tool is
 * listed.
 *
 * <p>Knows nothing of Java source and nothing of OpenAPI.
 */
@NullMarked
package dev.mcpcodegen.codegen.schema;

import org.jspecify.annotations.NullMarked;
