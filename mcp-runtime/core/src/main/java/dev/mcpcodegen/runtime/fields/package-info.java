/**
 * Fields that the customers of a vendor define: read from the account when a tool is listed or called, kept for a while, told to clients,
 * and brought into the vendor's form.
 *
 * <p>Knows nothing of MCP's envelope, of interceptors or of servlets, and opens no connection itself.
 */
@NullMarked
package dev.mcpcodegen.runtime.fields;

import org.jspecify.annotations.NullMarked;
