/**
 * Generates from one document, compiles what came out as a strict consumer would, and loads it.
 *
 * <p>Knows nothing of what the document should have become.
 */
@NullMarked
package dev.mcpcodegen.it.corpus.generated;

import org.jspecify.annotations.NullMarked;
