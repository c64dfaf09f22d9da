/**
 * Several files of a spec to one tree that refers only to itself.
 *
 * <p>Knows nothing of overlays and documentation records. What is not a file below the spec's folder is refused, but for hosts that the
 * user allows.
 */
@NullMarked
package dev.mcpcodegen.codegen.spec.bundle;

import org.jspecify.annotations.NullMarked;
