/**
 * Judges JSON Schemas: whether they are valid, whether every client takes them, and whether a value fits one.
 *
 * <p>Knows nothing of API descriptions.
 */
@NullMarked
package dev.mcpcodegen.it.corpus.schema;

import org.jspecify.annotations.NullMarked;
