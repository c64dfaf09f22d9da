package dev.mcpcodegen.runtime.server;

import dev.mcpcodegen.runtime.access.Grant;
import dev.mcpcodegen.runtime.catalog.CatalogTool;
import dev.mcpcodegen.runtime.files.FileTicket;

/**
 * A link whose call may still be made.
 *
 * @param grant what it was handed out under, as it is now
 * @param tool what it calls, which that grant still permits
 */
record RedeemedLink(FileTicket ticket, Grant grant, CatalogTool<?> tool) {}
