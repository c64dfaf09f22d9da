package dev.mcpcodegen.runtime.server;

import dev.mcpcodegen.runtime.files.FileHead;
import dev.mcpcodegen.runtime.files.FileLimits;
import dev.mcpcodegen.runtime.files.FileLink;
import dev.mcpcodegen.runtime.files.FileLinks;
import dev.mcpcodegen.runtime.files.FileName;
import dev.mcpcodegen.runtime.files.FileRelay;
import dev.mcpcodegen.runtime.files.FileSink;
import dev.mcpcodegen.runtime.files.FileTicket;
import dev.mcpcodegen.runtime.files.FileTransfer;
import dev.mcpcodegen.runtime.files.NoLinkException;
import dev.mcpcodegen.runtime.tool.Content;
import dev.mcpcodegen.runtime.tool.FileContent;
import dev.mcpcodegen.runtime.tool.ToolError;
import dev.mcpcodegen.runtime.tool.ToolJson;
import dev.mcpcodegen.runtime.tool.ToolResult;
import dev.mcpcodegen.runtime.tool.UpstreamRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Decides how the files of a call travel: within it, as its client sends or takes them, out of a link, or later, by a link that the call is
 * answered with. Thread-safe.
 */
public final class FileRouter {

    private final FileLinks links;
    private final LinkRedeemer redeemer;
    private final FileLimits limits;

    public FileRouter(FileLinks links, LinkRedeemer redeemer, FileLimits limits) {
        this.links = links;
        this.redeemer = redeemer;
        this.limits = limits;
    }

    /** Calls the vendor. */
    @FunctionalInterface
    interface Sender {
        CompletionStage<ToolResult> send(FileTransfer files);
    }

    /** Makes the call of a link on behalf of another call. */
    @FunctionalInterface
    interface Fetcher {
        CompletionStage<ToolResult> fetch(RedeemedLink link, FileSink sink);
    }

    /** How long a call may take: one that is there for a file's sake takes as long as the file. */
    Duration timeout(CallOrigin origin, Duration otherwise) {
        return origin.files().isTransfer() ? limits.timeout() : otherwise;
    }

    /** Sends the request with its files, or answers how the one that is missing can be sent. */
    CompletionStage<ToolResult> route(RunningCall<?> call, UpstreamRequest request, Sender vendor, Fetcher fetcher) {
        FileOrigin origin = call.origin().files();
        List<FileContent> sent = request.files();
        List<FileContent> missing = sent.isEmpty()
                ? sent
                : sent.stream().filter(file -> !file.isInline()).toList();
        if (missing.size() > 1) {
            return failure(
                    ToolError.Kind.INVALID_ARGUMENTS,
                    "Only one file of a call may lack its content_base64. Send the others within the call, or make one call for"
                            + " each file. Nothing was sent.");
        }
        if (missing.isEmpty() || origin.upload() != null) {
            return vendor.send(new FileTransfer(
                    missing.isEmpty() ? null : origin.upload(), origin.download(), linked(call, request)));
        }
        FileContent file = missing.get(0);
        return file.resourceUri() == null ? ticket(call, file) : fetched(call, file.resourceUri(), vendor, fetcher);
    }

    private CompletionStage<ToolResult> ticket(RunningCall<?> call, FileContent file) {
        String name = FileName.safe(file.filenameOr(""));
        if (name.isEmpty()) {
            return failure(
                    ToolError.Kind.INVALID_ARGUMENTS,
                    "A file needs a filename, such as \"report.pdf\", and content_base64 or resource_uri; with a filename alone, the"
                            + " answer is a URL that takes the bytes. Nothing was sent.");
        }
        try {
            return CompletableFuture.completedFuture(asked(link(FileTicket.Kind.UPLOAD, call), name));
        } catch (NoLinkException e) {
            return failure(
                    ToolError.Kind.INVALID_ARGUMENTS,
                    "Nothing was sent: the file has no content_base64, and no URL can be given that would take the bytes. "
                            + e.getMessage() + " A file of at most " + size(FileContent.MAX_INLINE_BYTES)
                            + " can be sent in content_base64.");
        }
    }

    private ToolResult asked(FileLink link, String name) {
        String command = "curl --fail-with-body -T '" + name.replace("'", "'\\''") + "' '" + link.uri() + "'";
        ObjectNode structured = ToolJson.MAPPER.createObjectNode();
        structured
                .put("upload_url", link.uri().toString())
                .put("upload_method", "PUT")
                .put("expires_at", link.expiresAt().toString())
                .put("max_bytes", limits.maxBytes());
        String text =
                "Nothing was sent yet. Send the bytes of \"" + name + "\" as the body of one PUT request:\n" + command
                        + "\nIts answer is the result of this call. The URL is good once, until " + link.expiresAt()
                        + ", and only for this call; keep it secret. At most " + size(limits.maxBytes()) + ".";
        return new ToolResult(List.of(new Content.Text(text)), structured, null, null);
    }

    private CompletionStage<ToolResult> fetched(RunningCall<?> call, String link, Sender vendor, Fetcher fetcher) {
        return redeemer.redeemLink(link).thenCompose(found -> {
            RedeemedLink redeemed = found.filter(
                            other -> other.ticket().tenant().equals(call.tenant()))
                    .orElse(null);
            return redeemed == null
                    ? failure(
                            ToolError.Kind.INVALID_ARGUMENTS,
                            "resource_uri must be a link to a file that this server gave, and this one is not, or no longer."
                                    + " Call the tool that gave it again. Nothing was sent.")
                    : relayed(redeemed, vendor, fetcher);
        });
    }

    @SuppressWarnings("FutureReturnValueIgnored") // Whatever becomes of either call ends in the answer.
    private static CompletionStage<ToolResult> relayed(RedeemedLink link, Sender vendor, Fetcher fetcher) {
        FileRelay relay = new FileRelay();
        CompletableFuture<ToolResult> answer = new CompletableFuture<>();
        relay.source()
                .thenCompose(source -> vendor.send(new FileTransfer(source, null, null)))
                .whenComplete((result, failure) -> complete(answer, result, failure));
        fetcher.fetch(link, relay).whenComplete((result, failure) -> {
            if (relay.end()) {
                complete(answer, result, failure);
            }
        });
        return answer.whenComplete((result, failure) -> relay.close());
    }

    private static void complete(
            CompletableFuture<ToolResult> answer, @Nullable ToolResult result, @Nullable Throwable failure) {
        if (failure != null) {
            answer.completeExceptionally(failure);
        } else if (result != null) {
            answer.complete(result);
        }
    }

    /** Files are linked to only where fetching them again does nothing but fetch them. */
    private @Nullable Function<FileHead, ToolResult> linked(RunningCall<?> call, UpstreamRequest request) {
        boolean isRepeatable = call.tool().descriptor().readOnly()
                && request.method().equals("GET")
                && call.origin().files().download() == null;
        return isRepeatable ? head -> link(call, head) : null;
    }

    private ToolResult link(RunningCall<?> call, FileHead head) {
        String name = head.filename() == null ? call.tool().descriptor().name() : head.filename();
        String what = "The file \"" + name + "\" (" + head.mediaType()
                + (head.length() < 0 ? "" : ", " + head.length() + " bytes") + ") is too large for a result";
        if (head.length() > limits.maxBytes()) {
            return tooLarge(what + ", and larger than " + size(limits.maxBytes())
                    + ", the most that this server passes on. Tell the user.");
        }
        try {
            FileLink link = link(FileTicket.Kind.DOWNLOAD, call);
            String uri = link.uri().toString();
            return ToolResult.of(
                    new Content.ResourceLink(uri, name, head.mediaType()),
                    new Content.Text(what + ". Fetch it with a GET request, for example:\ncurl --fail-with-body -o '"
                            + name.replace("'", "'\\''") + "' '" + uri + "'\nThe link is good until " + link.expiresAt()
                            + "; keep it secret. It can also be passed as resource_uri to a tool that takes a file."));
        } catch (NoLinkException e) {
            return tooLarge(what + ", and no link to it can be given. " + e.getMessage());
        }
    }

    private FileLink link(FileTicket.Kind kind, RunningCall<?> call) {
        return links.issue(
                kind,
                call.grant(),
                call.tool().descriptor().name(),
                call.arguments(),
                call.origin().files().reachedAt());
    }

    private static String size(long bytes) {
        long mebibyte = 1024L * 1024;
        return bytes % mebibyte == 0 ? bytes / mebibyte + " MB" : String.format(Locale.ROOT, "%,d bytes", bytes);
    }

    private static ToolResult tooLarge(String message) {
        return ToolResult.failure(ToolError.gateway(ToolError.Kind.TOO_LARGE), message);
    }

    private static CompletionStage<ToolResult> failure(ToolError.Kind kind, String message) {
        return CompletableFuture.completedFuture(ToolResult.failure(ToolError.gateway(kind), message));
    }
}
