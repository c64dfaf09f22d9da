/**
 * Which integrations and operations a project wants: the parameters {@code includes} and {@code excludes}.
 *
 * <p>Knows nothing of what becomes of an operation.
 */
@NullMarked
package dev.mcpcodegen.codegen.select;

import org.jspecify.annotations.NullMarked;
