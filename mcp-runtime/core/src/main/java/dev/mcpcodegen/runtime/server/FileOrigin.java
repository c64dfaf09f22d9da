package dev.mcpcodegen.runtime.server;

import dev.mcpcodegen.runtime.files.FileSink;
import dev.mcpcodegen.runtime.files.FileSource;
import org.jspecify.annotations.Nullable;

/**
 * The files that a client sends or wants with a call, other than within it.
 *
 * @param reachedAt where the client was seen to reach this server, without a trailing slash; null when that is not certain
 * @param upload what it sends
 * @param download where what it wants goes
 */
public record FileOrigin(
        @Nullable String reachedAt,
        @Nullable FileSource upload,
        @Nullable FileSink download) {

    /** No files, and nothing known of where this server is. */
    public static final FileOrigin NONE = new FileOrigin(null, null, null);

    /** Whether the call is there for the sake of a file. */
    boolean isTransfer() {
        return upload != null || download != null;
    }
}
