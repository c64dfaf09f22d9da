/**
 * Affino: sessions of persons, their rights, and the records of its ten families.
 *
 * <p>It must not know a server or another vendor.
 */
@NullMarked
package dev.mcpcodegen.it.sandbox.affino;

import org.jspecify.annotations.NullMarked;
