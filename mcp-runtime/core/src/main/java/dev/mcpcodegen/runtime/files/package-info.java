/**
 * Files on their way between callers and vendors: links that stand for calls, and the forms in which the bytes go through.
 *
 * <p>Knows nothing of who calls a vendor or how; opens no connection and stores nothing.
 */
@NullMarked
package dev.mcpcodegen.runtime.files;

import org.jspecify.annotations.NullMarked;
