/**
 * What was made of the specifications, for people and programs: every tool with its name's origin, its arguments and its cost, and every
 * operation that became none.
 *
 * <p>Knows nothing of Maven.
 */
@NullMarked
package dev.mcpcodegen.codegen.report;

import org.jspecify.annotations.NullMarked;
