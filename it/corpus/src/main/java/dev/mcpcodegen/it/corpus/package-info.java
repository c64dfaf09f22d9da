/**
 * Runs the compiler over every API description below a folder and confirms what came out: one bounded process a document, one table.
 *
 * <p>Knows nothing of how the compiler reads documents: what it confirms against is read anew, from the raw files.
 */
@NullMarked
package dev.mcpcodegen.it.corpus;

import org.jspecify.annotations.NullMarked;
