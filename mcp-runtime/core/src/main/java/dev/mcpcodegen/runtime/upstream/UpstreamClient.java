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
 * <p>One call is one request: nothing is sent again, whatever the vendor answers. There are two exceptions: a redirect that a tool asks
 * to have followed, and a call whose token was refused (401), which therefore was not carried out. That call goes out once more if a
 * new token can be had without asking anybody.
 */
public final class UpstreamClient implements AutoCloseable {

    private static final int UNAUTHORIZED = 401;

    private final CredentialSource credentials;
    private final CredentialExchange exchange;
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
        this.exchange = new CredentialExchange(transport);
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
        transport.at(call.deadline(), result, () -> result.complete(CallFailures.deadlinePassed(call)));
        return result;
    }

    private CompletionStage<ToolResult> ask(UpstreamCall call, Credential credential, CompletableFuture<?> owner) {
        return exchange.present(call, credential)
                .thenCompose(presented -> send(call, presented, owner))
                .thenCompose(sent -> isRefused(sent) && exchange.mayRenew(sent.presented())
                        ? renewed(call, credential, sent, owner)
                        : CompletableFuture.completedFuture(sent))
                .thenCompose(sent -> follow(call, sent.request(), sent.answer(), owner)
                        .thenApply(answer -> read(call, sent, answer)));
    }

    private CompletionStage<Sent> send(UpstreamCall call, Presented presented, CompletableFuture<?> owner) {
        PagePosition position = pager.position(call);
        WireRequest request = requests.write(call, pager.addPage(call, position), presented.credential());
        return transport
                .send(request, owner, call.files().download())
                .thenApply(answer -> new Sent(presented, position, request, answer));
    }

    /** A file that came while it was sent is gone: the new token is for the next attempt. */
    private CompletionStage<Sent> renewed(
            UpstreamCall call, Credential credential, Sent refused, CompletableFuture<?> owner) {
        BodyContent content = refused.request().content();
        return content == null || content.file() == null
                ? sendAgain(call, credential, refused, owner)
                : exchange.renew(call, credential, refused.presented()).handle((renewed, failure) -> refused);
    }

    private CompletionStage<Sent> sendAgain(
            UpstreamCall call, Credential credential, Sent refused, CompletableFuture<?> owner) {
        return exchange.renew(call, credential, refused.presented())
                .thenCompose(renewed -> send(call, renewed, owner))
                .whenComplete((sent, failure) -> {
                    if (sent != null && isRefused(sent)) {
                        exchange.renewedInVain(sent.presented());
                    }
                });
    }

    private static boolean isRefused(Sent sent) {
        return sent.answer().status() == UNAUTHORIZED;
    }

    /** A request and what came of it. */
    private record Sent(Presented presented, PagePosition position, WireRequest request, VendorAnswer answer) {}

    private CompletionStage<VendorAnswer> follow(
            UpstreamCall call, WireRequest request, VendorAnswer answer, CompletableFuture<?> owner) {
        WireRequest redirected = Redirects.next(call.tool(), request, answer);
        return redirected == null
                ? CompletableFuture.completedFuture(answer)
                : transport.send(redirected, owner, call.files().download());
    }

    private ToolResult read(UpstreamCall call, Sent sent, VendorAnswer answer) {
        Credential credential = sent.presented().credential();
        RateLimit rateLimit =
                RateLimitReader.read(answer, call.integration().rateLimit().orElse(null));
        ToolResult result;
        try {
            result = answer.isSuccess()
                    ? responses.read(call, sent.position(), credential, answer)
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
