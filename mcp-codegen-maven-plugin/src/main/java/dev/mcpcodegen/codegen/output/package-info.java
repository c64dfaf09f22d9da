/**
 * Puts generated files on disk: only what changed, nothing stale, never outside its root.
 *
 * <p>Knows nothing of what the files mean.
 */
@NullMarked
package dev.mcpcodegen.codegen.output;

import org.jspecify.annotations.NullMarked;
