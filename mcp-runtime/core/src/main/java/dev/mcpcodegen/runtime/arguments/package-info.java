/**
 * From what a model sent to a tool's argument record: lenient but exact reading, validation with all violations at once, binding.
 *
 * <p>Knows nothing of MCP's envelope or of vendors.
 */
@NullMarked
package dev.mcpcodegen.runtime.arguments;

import org.jspecify.annotations.NullMarked;
