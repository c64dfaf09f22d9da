package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.access.Credential;
import dev.mcpcodegen.runtime.access.CredentialSource;
import dev.mcpcodegen.runtime.tool.RateLimit;
import dev.mcpcodegen.runtime.tool.ToolResult;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.jetty.util.Jetty;

/**
 * Calls vendors. Thread-safe; never blocks; completes with a tool result in every case, also when the vendor refuses.
 *
 * <p>One call is one request: nothing is ever sent again, whatever the vendor answers. The only second request is a redirect that a
 * tool asks to have followed.
 */
public final class UpstreamClient implements AutoCloseable {

    private final CredentialSource credentials;
    private final Pager pager;
    private final RequestWriter requests;
    private final HttpTransport transport;
    private final ResponseReader responses;

    /** Opens the client; it holds a few threads until it is closed. */
    public UpstreamClient(UpstreamConfig config, CredentialSource credentials) {
        JettyVersion.require(Jetty.VERSION);
        this.credentials = credentials;
        this.pager = new Pager(new CursorCodec(config.cursorKey()), config.maxResultBytes());
        this.requests = new RequestWriter(config.maxResponseBytes());
        this.transport = new HttpTransport(config);
        this.responses = new ResponseReader(pager, config.maxResultBytes());
    }

    /**
     * Starts a call. Cancelling the future closes the vendor's socket.
     *
     * <p>What is chained to the future without an executor runs on the threads that serve all vendors, so it must not block.
     */
    @SuppressWarnings("FutureReturnValueIgnored") // Whatever happens ends in the result.
    public CompletableFuture<ToolResult> call(UpstreamCall call) {
        CompletableFuture<ToolResult> result = new CompletableFuture<>();
        CompletableFuture.completedFuture(call.grant())
                .thenCompose(credentials::credential)
                .thenCompose(credential -> ask(call, credential, result))
                .exceptionally(failure -> CallFailures.explain(call, failure))
                .thenAccept(result::complete);
        transport.at(call.deadline(), result, () -> CallFailures.deadlinePassed(call));
        return result;
    }

    private CompletionStage<ToolResult> ask(UpstreamCall call, Credential credential, CompletableFuture<?> owner) {
        PagePosition position = pager.position(call);
        WireRequest request = requests.write(call, pager.addPage(call, position), credential);
        return transport
                .send(request, owner, call.files().download())
                .thenCompose(answer -> follow(call, request, answer, owner))
                .thenApply(answer -> read(call, position, credential, answer));
    }

    private CompletionStage<VendorAnswer> follow(
            UpstreamCall call, WireRequest request, VendorAnswer answer, CompletableFuture<?> owner) {
        WireRequest redirected = Redirects.next(call.tool(), request, answer);
        return redirected == null
                ? CompletableFuture.completedFuture(answer)
                : transport.send(redirected, owner, call.files().download());
    }

    private ToolResult read(UpstreamCall call, PagePosition position, Credential credential, VendorAnswer answer) {
        RateLimit rateLimit =
                RateLimitReader.read(answer, call.integration().rateLimit().orElse(null));
        ToolResult result;
        try {
            result = answer.isSuccess()
                    ? responses.read(call, position, credential, answer)
                    : VendorErrors.read(call, credential, answer, rateLimit);
        } catch (RuntimeException failure) {
            result = CallFailures.explain(call, failure);
        }
        return result.withRateLimit(rateLimit);
    }

    /** Breaks off what is under way and frees threads and sockets. */
    @Override
    public void close() {
        transport.close();
    }
}
