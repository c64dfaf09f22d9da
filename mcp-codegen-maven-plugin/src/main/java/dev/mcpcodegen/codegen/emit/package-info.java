/**
 * Prints tools as Java: one generator for each kind of file, one encoder for the text of others, and a guard that reads every file again
 * before any is written.
 *
 * <p>The only user of JavaPoet. Knows nothing of OpenAPI documents, and opens no file.
 */
@NullMarked
package dev.mcpcodegen.codegen.emit;

import org.jspecify.annotations.NullMarked;
