package dev.mcpcodegen.runtime.servlet;

import dev.mcpcodegen.runtime.McpRuntime;
import dev.mcpcodegen.runtime.files.FileHead;
import dev.mcpcodegen.runtime.files.FileLimits;
import dev.mcpcodegen.runtime.files.FileSink;
import dev.mcpcodegen.runtime.files.FileSource;
import dev.mcpcodegen.runtime.server.Cancellation;
import dev.mcpcodegen.runtime.server.OpenExchanges;
import dev.mcpcodegen.runtime.tool.ToolError;
import dev.mcpcodegen.runtime.tool.ToolResult;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file from its client to a vendor or back, without a thread of its own. The first that has something to answer, be it the file or a
 * result, has the response from then on.
 */
final class FileExchange implements OpenExchanges.Exchange, AsyncListener, FileSink {

    private static final Logger LOG = LoggerFactory.getLogger(FileExchange.class);

    /** What a slow client gets for taking a result, on top of everything else. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(1);

    /** What a client gets for sending what nobody wants. */
    private static final Duration DISCARD_TIMEOUT = Duration.ofSeconds(10);

    private static final int ABORT = -1;

    private final McpRuntime runtime;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final AsyncContext async;
    private final Cancellation cancellation = new Cancellation();
    private final AtomicBoolean isAnswered = new AtomicBoolean();
    private volatile @Nullable FileInput input;
    private volatile @Nullable FileOutput output;

    FileExchange(McpRuntime runtime, HttpServletRequest request, HttpServletResponse response) {
        this.runtime = runtime;
        this.request = request;
        this.response = response;
        this.async = request.startAsync(request, response);
    }

    void start() {
        async.setTimeout(limits().timeout().plus(ANSWER_TIMEOUT).toMillis());
        async.addListener(this);
        if (!runtime.exchanges().enter(this)) {
            stop();
            return;
        }
        try {
            transfer().whenComplete((result, failure) -> {
                if (failure == null) {
                    finish(result);
                } else {
                    fail(failure);
                }
            });
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private CompletionStage<ToolResult> transfer() {
        String path = request.getPathInfo();
        String sealed = path == null || path.isEmpty() ? "" : path.substring(1);
        if (request.getMethod().equals("GET")) {
            return runtime.files().give(sealed, this, cancellation);
        }
        FileInput body = new FileInput(request, limits().maxBytes());
        input = body;
        long length = request.getContentLengthLong();
        if (length > limits().maxBytes()) {
            return failed(
                    ToolError.Kind.TOO_LARGE,
                    "The file is larger than " + limits().maxBytes() + " bytes, the most that this server passes on.");
        }
        return runtime.files().take(sealed, new FileSource(null, request.getContentType(), length, body), cancellation);
    }

    private FileLimits limits() {
        return runtime.config().files();
    }

    /** The file begins. */
    @Override
    public Flow.Subscriber<ByteBuffer> begin(FileHead head) {
        FileOutput begun = new FileOutput(async, runtime.workers(), this::breakOff);
        if (isAnswered.compareAndSet(false, true)) {
            output = begun;
            writeHead(head);
        } else {
            begun.onError(new IllegalStateException("The request was answered already"));
        }
        return begun;
    }

    /** The head goes out at once, so that a file that breaks off later always finds an answer under way. */
    private void writeHead(FileHead head) {
        try {
            FileAnswer.writeHead(head, response);
            response.flushBuffer();
        } catch (IOException | RuntimeException e) {
            abandon();
        }
    }

    /** The call is over, with the file or without. */
    private void finish(ToolResult result) {
        if (isAnswered.compareAndSet(false, true)) {
            FileInput sent = input;
            if (sent == null) {
                answer(result);
            } else {
                AtomicBoolean isOnce = new AtomicBoolean();
                Runnable answer = () -> {
                    if (isOnce.compareAndSet(false, true)) {
                        answer(result);
                    }
                };
                Future<?> timer = runtime.workers().after(DISCARD_TIMEOUT, answer);
                sent.discard(() -> {
                    timer.cancel(false);
                    answer.run();
                });
            }
        } else if (result.isError() && output != null) {
            output.onError(new IOException("The file broke off"));
        }
    }

    private void answer(ToolResult result) {
        OutputQueue queue = new OutputQueue(async, runtime.workers(), isWhole -> {});
        queue.close(List.of(runtime.files().write(result)));
        queue.open(OutputQueue.CHUNK_BYTES, () -> FileAnswer.writeHead(result, response));
    }

    private void fail(Throwable failure) {
        String incident = UUID.randomUUID().toString();
        LOG.error("Incident {}: A file could not be passed on", incident, failure);
        finish(failure(ToolError.Kind.INTERNAL, "This server failed. Incident " + incident + "."));
    }

    @Override
    public void stop() {
        finish(failure(ToolError.Kind.UNAVAILABLE, "The server is stopping. Try again in a few seconds."));
        cancellation.cancel();
    }

    /** Ends the request without an answer: the client is gone, or has been given up. */
    @Override
    public void abandon() {
        FileOutput begun = output;
        if (begun != null) {
            begun.abandon();
        } else if (isAnswered.compareAndSet(false, true)) {
            Completion.of(async);
        }
        cancellation.cancel();
    }

    /**
     * Breaks off an answer under way. No container may end it as if it were complete, and no method of the Servlet API asks for that: Jetty
     * takes this status for it; others refuse the status, and break an answer off whose dispatch fails.
     */
    private void breakOff() {
        try {
            response.sendError(ABORT);
            Completion.of(async);
        } catch (IOException | IllegalStateException e) {
            dispatchToFailure();
        }
    }

    private void dispatchToFailure() {
        try {
            async.dispatch(FilesServlet.BROKEN_OFF);
        } catch (RuntimeException e) {
            LOG.debug("There is no connection left to break off", e);
        }
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        finish(failure(ToolError.Kind.TIMEOUT, "The file did not go through in time."));
        cancellation.cancel();
    }

    @Override
    public void onError(AsyncEvent event) {
        abandon();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        runtime.exchanges().leave(this);
        runtime.requests().leave();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}

    private static CompletionStage<ToolResult> failed(ToolError.Kind kind, String message) {
        return CompletableFuture.completedFuture(failure(kind, message));
    }

    private static ToolResult failure(ToolError.Kind kind, String message) {
        return ToolResult.failure(ToolError.gateway(kind), message);
    }
}
