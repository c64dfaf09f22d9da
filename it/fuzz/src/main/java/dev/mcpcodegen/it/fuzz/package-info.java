/**
 * Fuzz targets for what reads bytes of strangers. Run by Jazzer, never published.
 *
 * <p>Knows the runtime's inside, and nothing of HTTP.
 */
@NullMarked
package dev.mcpcodegen.it.fuzz;

import org.jspecify.annotations.NullMarked;
