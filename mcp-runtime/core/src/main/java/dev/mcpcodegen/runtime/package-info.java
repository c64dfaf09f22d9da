/**
 * Where the runtime's parts are configured and put together.
 *
 * <p>Knows every other package and is known by none of them.
 */
@NullMarked
package dev.mcpcodegen.runtime;

import org.jspecify.annotations.NullMarked;
