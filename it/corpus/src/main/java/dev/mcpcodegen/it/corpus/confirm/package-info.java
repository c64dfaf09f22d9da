/**
 * Tries every tool with made-up calls and holds the requests against the raw document.
 *
 * <p>Knows nothing of how the compiler came from the one to the other.
 */
@NullMarked
package dev.mcpcodegen.it.corpus.confirm;

import org.jspecify.annotations.NullMarked;
