/**
 * What is told to the user about the input: what is wrong, where, and what to do; collected, never thrown.
 *
 * <p>Knows nothing of specs, tools or Maven.
 */
@NullMarked
package dev.mcpcodegen.codegen.diagnostic;

import org.jspecify.annotations.NullMarked;
