/**
 * Documentation records: Markdown pages to the words in a document's {@code x-mcp} objects.
 *
 * <p>Knows nothing of overlays, tools' names or how arguments are derived.
 */
@NullMarked
package dev.mcpcodegen.codegen.spec.docs;

import org.jspecify.annotations.NullMarked;
