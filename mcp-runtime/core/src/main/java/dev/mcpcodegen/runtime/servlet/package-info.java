/**
 * HTTP in and out: the base class of generated routers, their registration, and asynchronous reading and writing.
 *
 * <p>Knows nothing of what a method of MCP means or how a vendor is called.
 */
@NullMarked
package dev.mcpcodegen.runtime.servlet;

import org.jspecify.annotations.NullMarked;
