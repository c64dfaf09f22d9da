package dev.mcpcodegen.runtime.servlet;

import dev.mcpcodegen.runtime.McpRuntime;
import dev.mcpcodegen.runtime.protocol.McpAnswer;
import dev.mcpcodegen.runtime.server.NotificationSink;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The race of those who may answer a request: the server, a timer that wants to stream, the container, a shutdown. The first decides what
 * goes out, by one compare-and-set, and from then on only what it decided on touches the response.
 */
final class Reply implements AsyncListener {

    private final HttpServletResponse response;
    private final McpRuntime runtime;
    private final boolean acceptsGzip;
    private final boolean acceptsEvents;
    private final AsyncContext async;
    private final AtomicReference<@Nullable Outgoing> outgoing = new AtomicReference<>();
    private Runnable onGone = () -> {};
    private Runnable onEnd = () -> {};

    /** Makes the request asynchronous. */
    Reply(McpRuntime runtime, HttpServletRequest request, HttpServletResponse response) {
        this.runtime = runtime;
        this.response = response;
        this.acceptsGzip = AcceptEncoding.allowsGzip(request);
        this.acceptsEvents = AcceptEvents.allowsStream(Collections.list(request.getHeaders("Accept")));
        this.async = request.startAsync(request, response);
    }

    /**
     * Begins to listen to the container. Containers have a limit of time of their own if there is no other.
     *
     * @param limit for the whole request
     * @param whenGone runs when nobody waits for the answer any more
     * @param atEnd runs when the request is over
     */
    void start(Duration limit, Runnable whenGone, Runnable atEnd) {
        onGone = whenGone;
        onEnd = atEnd;
        async.setTimeout(limit.toMillis());
        async.addListener(this);
    }

    /** Whether nobody has answered yet. */
    boolean isOpen() {
        return outgoing.get() == null;
    }

    /** Gives the answer, as the last event of a stream if there is one. Only the first answer counts. */
    void answer(McpAnswer answer) {
        if (outgoing.get() == null) {
            PlainAnswer plain = new PlainAnswer(
                    acceptsGzip ? answer.gzipped() : answer, response, async, runtime.workers(), runtime.buffers());
            if (outgoing.compareAndSet(null, plain)) {
                runtime.metrics().answered(answer.status());
                plain.start();
                return;
            }
        }
        decided().finish(answer);
    }

    /** Makes a stream of the response, if its client takes one and nothing was sent yet. */
    void stream() {
        if (acceptsEvents && outgoing.get() == null) {
            EventStream stream = new EventStream(
                    response, async, runtime.workers(), runtime.config().streamKeepAlive(), onGone);
            if (outgoing.compareAndSet(null, stream)) {
                runtime.metrics().answered(HttpServletResponse.SC_OK);
                stream.open();
            }
        }
    }

    /** Where notifications go. */
    NotificationSink notifications() {
        return acceptsEvents ? this::send : NotificationSink.NONE;
    }

    private void send(byte[] notification) {
        stream();
        if (outgoing.get() instanceof EventStream stream) {
            stream.send(notification);
        }
    }

    /** Ends the request without an answer: the client is gone. */
    void abandon() {
        if (outgoing.compareAndSet(null, NoAnswer.CLIENT_IS_GONE)) {
            Completion.of(async);
        } else {
            decided().breakOff();
        }
        onGone.run();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        if (outgoing.get() == null) {
            answer(RequestGate.refusal(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "There was no answer in time."));
        } else {
            decided().breakOff();
        }
        onGone.run();
    }

    @Override
    public void onError(AsyncEvent event) {
        abandon();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        onEnd.run();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}

    private Outgoing decided() {
        return Objects.requireNonNull(outgoing.get());
    }
}
