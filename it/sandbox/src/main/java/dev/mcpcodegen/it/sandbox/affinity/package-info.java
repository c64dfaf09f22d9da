/**
 * Affinity's API, version 1, on records in memory.
 *
 * <p>It must not know the server in front of it, nor another vendor.
 */
@NullMarked
package dev.mcpcodegen.it.sandbox.affinity;

import org.jspecify.annotations.NullMarked;
