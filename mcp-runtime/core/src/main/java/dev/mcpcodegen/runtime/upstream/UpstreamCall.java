package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.access.Grant;
import dev.mcpcodegen.runtime.files.FileTransfer;
import dev.mcpcodegen.runtime.tool.Integration;
import dev.mcpcodegen.runtime.tool.ToolDescriptor;
import dev.mcpcodegen.runtime.tool.TraceContext;
import dev.mcpcodegen.runtime.tool.UpstreamRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be asked of a vendor, for whom, and until when.
 *
 * @param limit the caller's {@code limit}; null when not given
 * @param cursor the caller's {@code next_cursor}; null for the first page
 * @param deadline when the call is given up
 * @param trace told to the vendor; the only thing of a client's own request that ever is
 * @param files how files travel with it
 */
public record UpstreamCall(
        Integration integration,
        ToolDescriptor tool,
        Grant grant,
        UpstreamRequest request,
        @Nullable Integer limit,
        @Nullable String cursor,
        Instant deadline,
        @Nullable TraceContext trace,
        FileTransfer files) {

    /** A call whose files travel within it. */
    public UpstreamCall(
            Integration integration,
            ToolDescriptor tool,
            Grant grant,
            UpstreamRequest request,
            @Nullable Integer limit,
            @Nullable String cursor,
            Instant deadline,
            @Nullable TraceContext trace) {
        this(integration, tool, grant, request, limit, cursor, deadline, trace, FileTransfer.NONE);
    }
}
