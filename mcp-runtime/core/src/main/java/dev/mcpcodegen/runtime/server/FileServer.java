package dev.mcpcodegen.runtime.server;

import dev.mcpcodegen.runtime.files.FileSink;
import dev.mcpcodegen.runtime.files.FileSource;
import dev.mcpcodegen.runtime.files.FileTicket;
import dev.mcpcodegen.runtime.files.UsedTickets;
import dev.mcpcodegen.runtime.protocol.Revision;
import dev.mcpcodegen.runtime.protocol.ServerInfo;
import dev.mcpcodegen.runtime.protocol.ToolResultWriter;
import dev.mcpcodegen.runtime.tool.ProgressListener;
import dev.mcpcodegen.runtime.tool.ToolError;
import dev.mcpcodegen.runtime.tool.ToolResult;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Makes the calls that links stand for: the same calls, with the same checks and the same trail, as if they came over MCP. Thread-safe. */
public final class FileServer {

    private final ToolCaller caller;
    private final LinkRedeemer redeemer;
    private final UsedTickets used;
    private final ToolResultWriter results = new ToolResultWriter(new ServerInfo("files", "files", "", null));

    public FileServer(ToolCaller caller, LinkRedeemer redeemer, UsedTickets used) {
        this.caller = caller;
        this.redeemer = redeemer;
        this.used = used;
    }

    /** Sends a file to where its ticket says. The ticket is spent when the call begins, whatever becomes of it. */
    public CompletionStage<ToolResult> take(String ticket, FileSource file, Cancellation cancellation) {
        return redeemer.redeem(FileTicket.Kind.UPLOAD, ticket).thenCompose(found -> {
            RedeemedLink link = found.orElse(null);
            if (link == null) {
                return unknown();
            }
            return switch (used.use(link.ticket())) {
                case FIRST -> call(link, new FileOrigin(null, file, null), cancellation);
                case REPEATED ->
                    failure(
                            ToolError.Kind.CONFLICT,
                            "This URL was used already, and is good once. Call the tool again for another.");
                case NO_ROOM ->
                    failure(
                            ToolError.Kind.OVERLOADED,
                            "This server takes no more files at the moment. Try again in a few minutes.");
            };
        });
    }

    /** Gives a file to {@code sink}. What is answered then is for the trail; a failure before the file begins is for the client. */
    public CompletionStage<ToolResult> give(String handle, FileSink sink, Cancellation cancellation) {
        return redeemer.redeem(FileTicket.Kind.DOWNLOAD, handle)
                .thenCompose(found -> found.isPresent()
                        ? call(found.get(), new FileOrigin(null, null, sink), cancellation)
                        : unknown());
    }

    /** Returns a result in the form in which MCP tells it, as a JSON object. */
    public byte[] write(ToolResult result) {
        return results.write(Revision.LATEST_LEGACY, result);
    }

    private CompletionStage<ToolResult> call(RedeemedLink link, FileOrigin files, Cancellation cancellation) {
        return caller.call(
                link.tool(),
                link.ticket().arguments(),
                new CallOrigin(link.grant(), cancellation, null, ProgressListener.NONE, files));
    }

    private static CompletionStage<ToolResult> unknown() {
        return failure(
                ToolError.Kind.NOT_FOUND,
                "This URL is unknown, expired or revoked. Call the tool that gave it again for another.");
    }

    private static CompletionStage<ToolResult> failure(ToolError.Kind kind, String message) {
        return CompletableFuture.completedFuture(ToolResult.failure(ToolError.gateway(kind), message));
    }
}
