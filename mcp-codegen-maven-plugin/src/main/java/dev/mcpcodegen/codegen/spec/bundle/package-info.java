/**
 * Several files of a spec to one tree that refers only to itself.
 *
 * <p>Knows nothing of overlays, documentation records or the network: what is not a file below the spec's folder is refused.
 */
@NullMarked
package dev.mcpcodegen.codegen.spec.bundle;

import org.jspecify.annotations.NullMarked;
