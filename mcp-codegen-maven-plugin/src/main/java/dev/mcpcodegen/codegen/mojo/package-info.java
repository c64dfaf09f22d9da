/**
 * The goals: parameters in, messages out. The only users of Maven.
 *
 * <p>Know nothing of the compiler but {@link dev.mcpcodegen.codegen.CodegenPipeline}, its request and its result.
 */
@NullMarked
package dev.mcpcodegen.codegen.mojo;

import org.jspecify.annotations.NullMarked;
