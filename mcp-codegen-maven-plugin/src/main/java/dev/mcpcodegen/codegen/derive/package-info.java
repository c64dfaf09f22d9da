/**
 * Decides what becomes of an API: which operations are tools, their names, their flat arguments, their paging. All naming, of tools and
 * of Java types, happens here.
 *
 * <p>Pure: no I/O, no parser, nothing of what is emitted.
 */
@NullMarked
package dev.mcpcodegen.codegen.derive;

import org.jspecify.annotations.NullMarked;
