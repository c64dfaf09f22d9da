/**
 * Bytes to one self-contained document: the vendor's descriptions with their files bundled, overlays applied, all of it as OpenAPI 3
 * and documentation records written in.
 *
 * <p>Knows nothing of tools, Java code or Maven; opens no file outside the integration's folder, and a
 * connection only to hosts that the user allows.
 */
@NullMarked
package dev.mcpcodegen.codegen.spec;

import org.jspecify.annotations.NullMarked;
