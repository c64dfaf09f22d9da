/**
 * Measures serving beside a bare servlet and the MCP Java SDK: each server is a process of its own, all are asked in turns by this one.
 *
 * <p>Knows of the generator only how it is started.
 */
@NullMarked
package dev.mcpcodegen.it.benchmarks.serving;

import org.jspecify.annotations.NullMarked;
