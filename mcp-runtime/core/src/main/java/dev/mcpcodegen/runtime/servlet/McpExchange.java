package dev.mcpcodegen.runtime.servlet;

import dev.mcpcodegen.runtime.McpRuntime;
import dev.mcpcodegen.runtime.access.AccessDecision;
import dev.mcpcodegen.runtime.access.Grant;
import dev.mcpcodegen.runtime.protocol.Envelope;
import dev.mcpcodegen.runtime.protocol.EnvelopeReader;
import dev.mcpcodegen.runtime.protocol.McpAnswer;
import dev.mcpcodegen.runtime.protocol.McpRequest;
import dev.mcpcodegen.runtime.protocol.RpcError;
import dev.mcpcodegen.runtime.server.Cancellation;
import dev.mcpcodegen.runtime.server.McpClient;
import dev.mcpcodegen.runtime.server.NotificationSink;
import dev.mcpcodegen.runtime.server.OpenExchanges;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request from its head to its answer. The container's own thread answers what needs no waiting: the body has come along with the head,
 * and neither access nor the server waits for anybody. For everything else the request becomes asynchronous and has no thread of its own;
 * whoever may end it then (the server, the container's timeout, a body that does not come, a server that stops) does so through its
 * {@link Reply}.
 */
final class McpExchange implements OpenExchanges.Exchange {

    private static final Logger LOG = LoggerFactory.getLogger(McpExchange.class);

    private static final EnvelopeReader ENVELOPES = new EnvelopeReader();

    /** What a slow client gets for sending its body. */
    private static final Duration BODY_TIMEOUT = Duration.ofSeconds(30);

    /** What a slow client gets for sending a body that nobody wants. */
    private static final Duration DRAIN_TIMEOUT = Duration.ofSeconds(2);

    /** What a slow client gets for taking its answer, on top of everything else. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(5);

    private final McpRuntime runtime;
    private final RequestGate gate;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Cancellation cancellation = new Cancellation();
    private volatile @Nullable Reply reply;
    private volatile @Nullable Map<String, List<String>> keptHeaders;
    private volatile @Nullable McpRequest current;

    /** By the container's thread; whether a {@link Reply} has answered it knows itself. */
    private boolean isAnswered;

    McpExchange(McpRuntime runtime, RequestGate gate, HttpServletRequest request, HttpServletResponse response) {
        this.runtime = runtime;
        this.gate = gate;
        this.request = request;
        this.response = response;
    }

    /** Finds out who is calling, reads the body, answers. */
    void start() {
        if (!runtime.exchanges().enter(this)) {
            refuse(RequestGate.stopping(null));
            return;
        }
        try {
            when(runtime.access().decide(RequestGate.caller(request)), "Access could not be decided", this::enter);
        } catch (RuntimeException e) {
            fail("Access could not be decided", e);
        }
    }

    /** Answers whatever the body says, but not before it has come: who is cut off while sending may not see the answer. */
    void refuse(McpAnswer refusal) {
        try {
            if (runtime.exchanges().isClosed() || BodyReader.isHopeless(request, gate.maxRequestBytes())) {
                ResponseHeaders.closeConnection(response);
                answer(refusal);
                return;
            }
            BodyReader reader =
                    BodyReader.discarding(request, gate.maxRequestBytes(), runtime.buffers(), () -> answer(refusal));
            if (!reader.readArrived()) {
                goAsync();
                reader.readRest(runtime.workers().after(DRAIN_TIMEOUT, () -> answer(refusal)));
            }
        } catch (IOException | RuntimeException e) {
            fail("The body could not be read", e);
        }
    }

    private void enter(AccessDecision decision) {
        if (decision instanceof AccessDecision.Granted granted) {
            gate.answerContent(request).ifPresentOrElse(this::refuse, () -> read(granted.grant()));
        } else if (decision instanceof AccessDecision.DeadToken dead) {
            refuse(RequestGate.refusal(HttpServletResponse.SC_NOT_FOUND, dead.message()));
        } else if (decision instanceof AccessDecision.Unauthenticated unknown) {
            refuse(RequestGate.refusal(HttpServletResponse.SC_UNAUTHORIZED, unknown.message()));
        }
    }

    private void read(Grant grant) {
        try {
            BodyReader reader = new BodyReader(request, gate.maxRequestBytes(), runtime.buffers(), new Body(grant));
            if (!reader.readArrived()) {
                goAsync();
                reader.readRest(runtime.workers().after(BODY_TIMEOUT, this::bodyTimedOut));
            }
        } catch (IOException | RuntimeException e) {
            fail("The body could not be read", e);
        }
    }

    private void serve(Grant grant, Envelope envelope) {
        McpRequest call = envelope.request();
        current = call;
        NotificationSink notifications = call == null || call.progressToken() == null
                ? NotificationSink.NONE
                : goAsync().notifications();
        CompletionStage<McpAnswer> answer = runtime.server()
                .handle(grant, envelope, this::headerValues, cancellation, new McpClient(notifications, reachedAt()));
        when(answer, "A request could not be served", this::answer);
        Reply later = reply;
        if (call != null && later != null && later.isOpen()) {
            Future<?> timer = runtime.workers().after(runtime.config().streamAfter(), later::stream);
            answer.whenComplete((done, failure) -> timer.cancel(false));
        }
    }

    private @Nullable String reachedAt() {
        return runtime.config().publicUrl() == null ? LocalAddress.of(request) : null;
    }

    /** Goes on with what is there already in this thread, and with everything else when it comes. */
    private <T> void when(CompletionStage<T> stage, String failed, Consumer<T> then) {
        if (!stage.toCompletableFuture().isDone()) {
            goAsync();
        }
        stage.whenComplete((value, failure) -> {
            try {
                if (failure != null) {
                    fail(failed, failure);
                } else {
                    then.accept(value);
                }
            } catch (RuntimeException e) {
                fail(failed, e);
            }
        });
    }

    /** Sends the answer; only the first counts. */
    private void answer(McpAnswer answer) {
        Reply later = reply;
        if (later != null) {
            later.answer(answer);
        } else if (!isAnswered && !writeAtOnce(answer)) {
            goAsync().answer(answer);
        }
    }

    /** Writes what fits the connection's buffers. */
    private boolean writeAtOnce(McpAnswer answer) {
        McpAnswer sent = AcceptEncoding.allowsGzip(request) ? answer.gzipped() : answer;
        if (PlainAnswer.isLarge(sent)) {
            return false;
        }
        isAnswered = true;
        runtime.metrics().answered(sent.status());
        try {
            PlainAnswer.writeBlocking(sent, response);
        } catch (IOException e) {
            LOG.debug("An answer could not be written", e);
        } finally {
            leave();
        }
        return true;
    }

    /** Lets the request live longer than the container's thread stays with it; called by that thread only, until it has been done. */
    private Reply goAsync() {
        Reply later = reply;
        if (later == null) {
            keptHeaders = copyHeaders(request);
            later = new Reply(runtime, request, response);
            reply = later;
            later.start(
                    BODY_TIMEOUT.plus(runtime.config().callTimeout()).plus(ANSWER_TIMEOUT),
                    cancellation::cancel,
                    this::leave);
        }
        return later;
    }

    private void leave() {
        runtime.exchanges().leave(this);
        runtime.requests().leave();
    }

    /** Answered first: what comes of giving the call up is no answer to a client that waits. */
    @Override
    public void stop() {
        McpRequest served = current;
        Reply later = reply;
        if (later != null) {
            later.answer(RequestGate.stopping(served == null ? null : served.id()));
        }
        cancellation.cancel();
    }

    @Override
    public void abandon() {
        Reply later = reply;
        if (later != null) {
            later.abandon();
        }
    }

    /** Cancelled first: a body that arrives at this very moment must not be acted on any more. */
    private void bodyTimedOut() {
        cancellation.cancel();
        answer(RequestGate.refusal(HttpServletResponse.SC_REQUEST_TIMEOUT, "The body did not arrive in time."));
    }

    private void fail(String what, Throwable failure) {
        String incident = UUID.randomUUID().toString();
        LOG.error("Incident {}: {}", incident, what, failure);
        answer(McpAnswer.error(HttpServletResponse.SC_INTERNAL_SERVER_ERROR, null, RpcError.internal(incident)));
    }

    private List<String> headerValues(String name) {
        Map<String, List<String>> kept = keptHeaders;
        return kept == null
                ? Collections.list(request.getHeaders(name))
                : kept.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /** The container may reuse the request once it is answered, while a batch is still being looked at. */
    private static Map<String, List<String>> copyHeaders(HttpServletRequest request) {
        Map<String, List<String>> copy = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            if (name.regionMatches(true, 0, "Mcp-", 0, "Mcp-".length())) {
                copy.put(name.toLowerCase(Locale.ROOT), Collections.list(request.getHeaders(name)));
            }
        }
        return copy;
    }

    /** What comes of the body. */
    private final class Body implements BodyReader.Outcome {

        private final Grant grant;

        Body(Grant grant) {
            this.grant = grant;
        }

        @Override
        public void whole(byte[] body) {
            serve(grant, ENVELOPES.read(body));
        }

        @Override
        public void tooLarge() {
            answer(gate.tooLarge());
        }

        @Override
        public void overBudget() {
            answer(RequestGate.overloaded());
        }

        /** A client that left halfway does not hear this; one that broke the rules of HTTP does. */
        @Override
        public void broken() {
            answer(RequestGate.refusal(HttpServletResponse.SC_BAD_REQUEST, "The body could not be read."));
        }
    }
}
