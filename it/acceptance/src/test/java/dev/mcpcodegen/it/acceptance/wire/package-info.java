/**
 * Judges requests that reached a vendor by the vendor's own description.
 *
 * <p>It must not know tools, nor what the compiler made of that description.
 */
@NullMarked
package dev.mcpcodegen.it.acceptance.wire;

import org.jspecify.annotations.NullMarked;
