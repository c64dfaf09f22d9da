/**
 * Runs a WAR in this process, alone or with the stand-ins as the demo.
 *
 * <p>It must not know what is inside the WAR.
 */
@NullMarked
package dev.mcpcodegen.it.sandbox.launch;

import org.jspecify.annotations.NullMarked;
