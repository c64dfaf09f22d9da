package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.files.FileSink;
import dev.mcpcodegen.runtime.limit.ByteBudget;
import dev.mcpcodegen.runtime.threads.DaemonThreads;
import dev.mcpcodegen.runtime.tool.NameValue;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.ProxyAuthenticationProtocolHandler;
import org.eclipse.jetty.client.RedirectProtocolHandler;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.WWWAuthenticationProtocolHandler;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests and collects answers. The only class that drives the HTTP client.
 *
 * <p>A request goes out once: redirects, authentication challenges and cookies are left alone. A connection that was opened for an
 * account which may reach private addresses is never used for another.
 */
@SuppressWarnings("FutureReturnValueIgnored") // What comes of an abort or a callback shows in the future it belongs to.
final class HttpTransport implements AutoCloseable {

    static final String USER_AGENT = "mcp-codegen";

    // Waiting calls hold no thread: these only move bytes and read answers.
    private static final int MAX_THREADS = 8;

    // The caps on calls in flight stand before this class; these only have to be out of their way.
    private static final int MAX_CONNECTIONS_PER_HOST = 16_384;

    private static final int MAX_HEADER_BYTES = 64 * 1024;

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(2);

    private final QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, 1);
    private final DaemonThreads timerThreads = new DaemonThreads("mcp-upstream-timer");
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, timerThreads);
    private final Scheduler scheduler = new ScheduledExecutorScheduler(timer);
    private final ByteBudget buffers;
    private final long maxFileBytes;
    private final AddressGuard guard;
    private final HttpClient client;

    HttpTransport(UpstreamConfig config) {
        buffers = config.buffers();
        maxFileBytes = config.maxFileBytes();
        threads.setName("mcp-upstream");
        threads.setDaemon(true);
        threads.setReservedThreads(0);
        timer.setRemoveOnCancelPolicy(true);
        guard = new AddressGuard(scheduler, config.connectTimeout());
        ClientConnector connector = new ClientConnector();
        connector.setSelectors(1);
        client = new HttpClient(new HttpClientTransportOverHTTP(connector));
        client.setName("mcp-upstream");
        client.setExecutor(threads);
        client.setScheduler(scheduler);
        client.setSocketAddressResolver(guard);
        client.setConnectTimeout(config.connectTimeout().toMillis());
        client.setIdleTimeout(config.idleTimeout().toMillis());
        client.setFollowRedirects(false);
        client.setHttpCookieStore(new HttpCookieStore.Empty());
        client.setUserAgentField(new HttpField(HttpHeader.USER_AGENT, USER_AGENT));
        client.setMaxConnectionsPerDestination(MAX_CONNECTIONS_PER_HOST);
        client.setMaxRequestsQueuedPerDestination(MAX_CONNECTIONS_PER_HOST);
        client.setMaxResponseHeadersSize(MAX_HEADER_BYTES);
        client.setDestinationIdleTimeout(Duration.ofMinutes(1).toMillis());
        start();
    }

    private void start() {
        try {
            client.start();
        } catch (Exception e) {
            close();
            throw new IllegalStateException("The HTTP client does not start", e);
        }
        client.getContentDecoderFactories().clear();
        // Each of these would answer a vendor by sending a second request.
        client.getProtocolHandlers().remove(RedirectProtocolHandler.NAME);
        client.getProtocolHandlers().remove(WWWAuthenticationProtocolHandler.NAME);
        client.getProtocolHandlers().remove(ProxyAuthenticationProtocolHandler.NAME);
    }

    /** Sends a request, unless {@code owner} is done. When {@code owner} is done before the answer is complete, the socket is closed. */
    CompletableFuture<VendorAnswer> send(WireRequest wire, CompletableFuture<?> owner) {
        return send(wire, owner, null);
    }

    /** Sends a request whose answer, if it is a success, goes to {@code sink} instead of into the future's body. */
    CompletableFuture<VendorAnswer> send(WireRequest wire, CompletableFuture<?> owner, @Nullable FileSink sink) {
        CompletableFuture<VendorAnswer> answer = new CompletableFuture<>();
        if (owner.isDone()) {
            answer.cancel(false);
            return answer;
        }
        Request request = client.newRequest(wire.uri())
                .method(wire.method())
                .tag(AddressGuard.tag(wire.allowPrivateAddress()))
                .headers(fields -> {
                    // A file is passed on as it comes, to clients that may not decompress.
                    fields.put(HttpHeader.ACCEPT_ENCODING, sink == null ? "gzip" : "identity");
                    for (NameValue header : wire.headers()) {
                        // Some vendors want to know who calls: that takes the place of our own name.
                        if (HttpHeader.USER_AGENT.is(header.name())) {
                            fields.put(HttpHeader.USER_AGENT, header.value());
                        } else {
                            fields.add(header.name(), header.value());
                        }
                    }
                });
        AnswerListener collected = new AnswerListener(wire.maxAnswerBytes(), buffers, answer);
        BodyContent content = wire.content();
        if (content != null && content.file() != null) {
            stream(request, new StreamedContent(content), collected);
        } else if (content != null) {
            request.body(new BytesRequestContent(content.mediaType(), content.bytes()));
        }
        request.send(sink == null ? collected : new FileAnswerListener(collected, sink, maxFileBytes));
        owner.whenComplete((result, failure) -> {
            if (!answer.isDone()) {
                request.abort(new CancellationException("Nobody waits for the answer any more"));
            }
        });
        return answer;
    }

    private static void stream(Request request, StreamedContent content, AnswerListener collected) {
        request.body(content);
        request.onResponseSuccess(response -> {
            if (!content.isComplete()) {
                collected.completeEarly(response);
                request.abort(new CancellationException("Answered before the end"));
            }
        });
    }

    /** Runs {@code late} at {@code deadline}, unless {@code result} is done by then; on a thread that may run continuations. */
    void at(Instant deadline, CompletableFuture<?> result, Runnable late) {
        if (result.isDone()) {
            return;
        }
        long millis = Math.max(0, Duration.between(Instant.now(), deadline).toMillis());
        try {
            Scheduler.Task task = scheduler.schedule(() -> threads.execute(late), millis, TimeUnit.MILLISECONDS);
            result.whenComplete((done, failure) -> task.cancel());
        } catch (RejectedExecutionException e) {
            late.run();
        }
    }

    @Override
    public void close() {
        try {
            client.stop();
            threads.stop();
            scheduler.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The HTTP client does not stop", e);
        } finally {
            guard.close();
            timer.shutdownNow();
            timerThreads.awaitEnd(STOP_PATIENCE);
        }
    }
}
