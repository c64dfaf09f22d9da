/**
 * The front door of the stand-in for the vendors: starts it, names its address, shows what it received.
 *
 * <p>It must not know how any vendor answers.
 */
@NullMarked
package dev.mcpcodegen.it.sandbox;

import org.jspecify.annotations.NullMarked;
