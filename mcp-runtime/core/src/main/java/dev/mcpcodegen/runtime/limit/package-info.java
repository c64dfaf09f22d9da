/**
 * How much goes on at once: calls of one account, requests of all, bytes held for them.
 *
 * <p>Knows nothing of what a call or a request is.
 */
@NullMarked
package dev.mcpcodegen.runtime.limit;

import org.jspecify.annotations.NullMarked;
