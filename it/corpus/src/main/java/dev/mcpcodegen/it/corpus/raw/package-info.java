/**
 * Reads API descriptions from their raw files by the OpenAPI specifications 2.0, 3.0, 3.1 and 3.2: the second opinion on every document.
 *
 * <p>Knows nothing of the compiler and of the runtime, and shares no code with either.
 */
@NullMarked
package dev.mcpcodegen.it.corpus.raw;

import org.jspecify.annotations.NullMarked;
