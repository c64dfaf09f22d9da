/**
 * What a team writes by hand beside the tools that are generated from its vendor's document.
 *
 * <p>Knows the generated tools and the runtime's public API; nothing of MCP's wire, of HTTP or of credentials.
 */
@NullMarked
package com.example.crm;

import org.jspecify.annotations.NullMarked;
