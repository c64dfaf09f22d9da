/**
 * From a self-contained document to {@link dev.mcpcodegen.codegen.model.ApiDescription}: all of it from the tree, since
 * Swagger Parser's model forgets. The only user of Swagger Parser, which is asked what it thinks of the structure.
 *
 * <p>Decides nothing about tools and knows nothing of what is emitted.
 */
@NullMarked
package dev.mcpcodegen.codegen.openapi;

import org.jspecify.annotations.NullMarked;
