/**
 * OpenAPI Overlays (Overlay Specification 1.0 and 1.1) applied to a tree.
 *
 * <p>Knows nothing of what the document or {@code x-mcp} mean.
 */
@NullMarked
package dev.mcpcodegen.codegen.spec.overlay;

import org.jspecify.annotations.NullMarked;
