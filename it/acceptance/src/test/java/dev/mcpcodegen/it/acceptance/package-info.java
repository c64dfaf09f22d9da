/**
 * Drives the demo's WAR, on the servlet containers and with the clients that people use, and looks at what reaches the vendor.
 *
 * <p>It must not know a class of the runtime or of the generated code: it sees what a client sees.
 */
@NullMarked
package dev.mcpcodegen.it.acceptance;

import org.jspecify.annotations.NullMarked;
