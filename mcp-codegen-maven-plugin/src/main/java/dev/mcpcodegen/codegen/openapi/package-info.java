/**
 * From a self-contained document to {@link dev.mcpcodegen.codegen.model.ApiDescription}: structure from Swagger Parser's model, schemas and
 * every word that a model will read from the tree. The only user of Swagger Parser.
 *
 * <p>Decides nothing about tools and knows nothing of what is emitted.
 */
@NullMarked
package dev.mcpcodegen.codegen.openapi;

import org.jspecify.annotations.NullMarked;
