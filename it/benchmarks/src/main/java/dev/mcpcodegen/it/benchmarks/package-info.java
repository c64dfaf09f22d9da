/**
 * Measures generation beside its peers: each run is a process of its own, all in turns, so that a busy machine is busy for all of them.
 *
 * <p>Knows of the generators only how they are started and where their files go.
 */
@NullMarked
package dev.mcpcodegen.it.benchmarks;

import org.jspecify.annotations.NullMarked;
