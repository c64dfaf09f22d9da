/**
 * JSONPath (RFC 9535): strict syntax, all selectors and functions, on Jackson trees.
 *
 * <p>Knows nothing of overlays or OpenAPI.
 */
@NullMarked
package dev.mcpcodegen.codegen.spec.jsonpath;

import org.jspecify.annotations.NullMarked;
