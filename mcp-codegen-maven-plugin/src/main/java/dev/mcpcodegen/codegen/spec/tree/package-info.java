/**
 * A JSON tree that remembers where each of its nodes was written.
 *
 * <p>Knows nothing of file formats or of OpenAPI.
 */
@NullMarked
package dev.mcpcodegen.codegen.spec.tree;

import org.jspecify.annotations.NullMarked;
