/**
 * A fuzz target for what the runtime's package of this name keeps to itself.
 *
 * <p>Knows nothing of HTTP.
 */
@NullMarked
package dev.mcpcodegen.runtime.upstream;

import org.jspecify.annotations.NullMarked;
