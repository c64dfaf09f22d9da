/**
 * Octapipe's stand-in: databases of records, pipelines of cards, and what hangs on them, behind a login.
 *
 * <p>It must not know a server or any other vendor.
 */
@NullMarked
package dev.mcpcodegen.it.sandbox.octapipe;

import org.jspecify.annotations.NullMarked;
