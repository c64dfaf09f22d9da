/**
 * Bytes to one self-contained document: the vendor's description with its files bundled, overlays applied and documentation
 * records written in.
 *
 * <p>Knows nothing of tools, Java code or Maven; opens no connection and no file outside the integration's folder.
 */
@NullMarked
package dev.mcpcodegen.codegen.spec;

import org.jspecify.annotations.NullMarked;
