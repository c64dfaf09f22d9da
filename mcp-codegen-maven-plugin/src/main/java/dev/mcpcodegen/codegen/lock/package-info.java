/**
 * What clients rely on: the surface of an integration's tools, the lock file that keeps it, and what changed between two surfaces.
 *
 * <p>Knows nothing of Maven, and nothing of how tools come about.
 */
@NullMarked
package dev.mcpcodegen.codegen.lock;

import org.jspecify.annotations.NullMarked;
