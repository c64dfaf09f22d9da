/**
 * Makes up calls: arguments that fit a tool's published input schema.
 *
 * <p>Knows nothing of the tool behind the schema.
 */
@NullMarked
package dev.mcpcodegen.it.corpus.call;

import org.jspecify.annotations.NullMarked;
