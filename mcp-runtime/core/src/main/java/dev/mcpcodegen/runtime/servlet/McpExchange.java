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
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One POST from its head to its answer, without a thread of its own. Whoever may end it (the server, the container's timeout, a body that
 * does not come, a server that stops) does so through its {@link Reply}.
 */
final class McpExchange implements OpenExchanges.Exchange {

    private static final Logger LOG = LoggerFactory.getLogger(McpExchange.class);

    private static final EnvelopeReader ENVELOPES = new EnvelopeReader();

    /** What a slow client gets for sending its body. */
    private static final Duration BODY_TIMEOUT = Duration.ofSeconds(30);

    /** What a slow client gets for taking its answer, on top of everything else. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(5);

    private final McpRuntime runtime;
    private final RequestGate gate;
    private final HttpServletRequest request;
    private final Map<String, List<String>> headers;
    private final Cancellation cancellation = new Cancellation();
    private final Reply reply;
    private volatile @Nullable McpRequest current;

    McpExchange(McpRuntime runtime, RequestGate gate, HttpServletRequest request, HttpServletResponse response) {
        this.runtime = runtime;
        this.gate = gate;
        this.request = request;
        this.headers = copyHeaders(request);
        this.reply = new Reply(runtime, request, response);
    }

    void start() {
        reply.start(
                BODY_TIMEOUT.plus(runtime.config().callTimeout()).plus(ANSWER_TIMEOUT),
                cancellation::cancel,
                this::leave);
        if (!runtime.exchanges().enter(this)) {
            stop();
            return;
        }
        try {
            runtime.access().decide(RequestGate.caller(request)).whenComplete((decision, failure) -> {
                if (failure == null) {
                    enter(decision);
                } else {
                    fail("Access could not be decided", failure);
                }
            });
        } catch (RuntimeException e) {
            fail("Access could not be decided", e);
        }
    }

    private void leave() {
        runtime.exchanges().leave(this);
        runtime.requests().leave();
    }

    private void enter(AccessDecision decision) {
        if (decision instanceof AccessDecision.Granted granted) {
            readBody(granted.grant());
        } else if (decision instanceof AccessDecision.DeadToken dead) {
            reply.answer(RequestGate.refusal(HttpServletResponse.SC_NOT_FOUND, dead.message()));
        } else if (decision instanceof AccessDecision.Unauthenticated unknown) {
            reply.answer(RequestGate.refusal(HttpServletResponse.SC_UNAUTHORIZED, unknown.message()));
        }
    }

    private void readBody(Grant grant) {
        Optional<McpAnswer> refusal = gate.answerContent(request);
        if (refusal.isPresent()) {
            reply.answer(refusal.get());
            return;
        }
        try {
            BodyReader reader = new BodyReader(
                    request.getInputStream(),
                    gate.maxRequestBytes(),
                    runtime.buffers(),
                    body -> serve(grant, ENVELOPES.read(body)),
                    () -> reply.answer(gate.tooLarge()),
                    () -> reply.answer(RequestGate.overloaded()),
                    failure -> bodyIsBroken());
            reader.limitTime(runtime.workers().after(BODY_TIMEOUT, this::bodyTimedOut));
            request.getInputStream().setReadListener(reader);
        } catch (IOException | RuntimeException e) {
            fail("The body could not be read", e);
        }
    }

    /** Answers plainly what is answered soon, and everything else with a stream of events; a batch has no such choice. */
    private void serve(Grant grant, Envelope envelope) {
        current = envelope.request();
        CompletionStage<McpAnswer> answer = runtime.server()
                .handle(grant, envelope, this::headerValues, cancellation, reply.notifications())
                .whenComplete((done, failure) -> {
                    if (failure == null) {
                        reply.answer(done);
                    } else {
                        fail("A request could not be served", failure);
                    }
                });
        if (current != null && reply.isOpen()) {
            Future<?> timer = runtime.workers().after(runtime.config().streamAfter(), reply::stream);
            answer.whenComplete((done, failure) -> timer.cancel(false));
        }
    }

    /** Answered first: what comes of giving the call up is no answer to a client that waits. */
    @Override
    public void stop() {
        McpRequest request = current;
        reply.answer(RequestGate.stopping(request == null ? null : request.id()));
        cancellation.cancel();
    }

    @Override
    public void abandon() {
        reply.abandon();
    }

    /** A client that left halfway does not hear this; one that broke the rules of HTTP does. */
    private void bodyIsBroken() {
        reply.answer(RequestGate.refusal(HttpServletResponse.SC_BAD_REQUEST, "The body could not be read."));
    }

    /** Cancelled first: a body that arrives at this very moment must not be acted on any more. */
    private void bodyTimedOut() {
        cancellation.cancel();
        reply.answer(RequestGate.refusal(HttpServletResponse.SC_REQUEST_TIMEOUT, "The body did not arrive in time."));
    }

    private void fail(String what, Throwable failure) {
        String incident = UUID.randomUUID().toString();
        LOG.error("Incident {}: {}", incident, what, failure);
        reply.answer(McpAnswer.error(HttpServletResponse.SC_INTERNAL_SERVER_ERROR, null, RpcError.internal(incident)));
    }

    private List<String> headerValues(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
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
}
