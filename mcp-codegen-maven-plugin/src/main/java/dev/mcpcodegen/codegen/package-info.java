/**
 * The compiler from vendors' API descriptions to MCP tools: {@link dev.mcpcodegen.codegen.CodegenPipeline} is its table of contents.
 *
 * <p>Knows nothing of Maven.
 */
@NullMarked
package dev.mcpcodegen.codegen;

import org.jspecify.annotations.NullMarked;
