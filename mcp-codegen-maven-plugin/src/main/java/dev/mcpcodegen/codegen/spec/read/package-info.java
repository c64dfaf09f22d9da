/**
 * Bytes of one YAML or JSON file to a tree with origins, within limits that hostile input cannot pass.
 *
 * <p>Knows nothing of OpenAPI, references or the other files of a spec.
 */
@NullMarked
package dev.mcpcodegen.codegen.spec.read;

import org.jspecify.annotations.NullMarked;
