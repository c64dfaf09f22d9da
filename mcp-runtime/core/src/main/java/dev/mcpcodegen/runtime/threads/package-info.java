/**
 * Threads of the runtime's own, which end with the application that started them.
 *
 * <p>Knows nothing of what runs on them.
 */
@NullMarked
package dev.mcpcodegen.runtime.threads;

import org.jspecify.annotations.NullMarked;
