package dev.mcpcodegen.runtime.servlet;

import dev.mcpcodegen.runtime.McpRuntime;
import dev.mcpcodegen.runtime.access.AccessDecision;
import dev.mcpcodegen.runtime.access.Grant;
import dev.mcpcodegen.runtime.protocol.EnvelopeReader;
import dev.mcpcodegen.runtime.protocol.McpAnswer;
import dev.mcpcodegen.runtime.protocol.RpcError;
import dev.mcpcodegen.runtime.server.Cancellation;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
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
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One POST from its head to its answer, without a thread of its own. Several parties may want to end it: the server, the container's
 * timeout, a body that does not come. The first of them answers, and only it touches the response.
 */
final class McpExchange implements AsyncListener {

    private static final Logger LOG = LoggerFactory.getLogger(McpExchange.class);

    private static final EnvelopeReader ENVELOPES = new EnvelopeReader();

    /** What a slow client gets for sending its body. */
    private static final Duration BODY_TIMEOUT = Duration.ofSeconds(30);

    /** What a slow client gets for taking its answer, on top of everything else. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(5);

    private final McpRuntime runtime;
    private final RequestGate gate;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Map<String, List<String>> headers;
    private final Cancellation cancellation = new Cancellation();
    private final AtomicBoolean answered = new AtomicBoolean();
    private final AsyncContext async;
    private final boolean acceptsGzip;

    McpExchange(McpRuntime runtime, RequestGate gate, HttpServletRequest request, HttpServletResponse response) {
        this.runtime = runtime;
        this.gate = gate;
        this.request = request;
        this.response = response;
        this.headers = copyHeaders(request);
        this.acceptsGzip = AcceptEncoding.allowsGzip(Collections.list(request.getHeaders("Accept-Encoding")));
        this.async = request.startAsync(request, response);
    }

    void start() {
        Duration timeout = BODY_TIMEOUT.plus(runtime.config().callTimeout()).plus(ANSWER_TIMEOUT);
        async.setTimeout(timeout.toMillis());
        async.addListener(this);
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

    private void enter(AccessDecision decision) {
        if (decision instanceof AccessDecision.Granted granted) {
            readBody(granted.grant());
        } else if (decision instanceof AccessDecision.DeadToken dead) {
            answer(RequestGate.refusal(HttpServletResponse.SC_NOT_FOUND, dead.message()));
        } else if (decision instanceof AccessDecision.Unauthenticated unknown) {
            challenge(unknown.message());
        }
    }

    private void readBody(Grant grant) {
        Optional<McpAnswer> refusal = gate.answerContent(request);
        if (refusal.isPresent()) {
            answer(refusal.get());
            return;
        }
        try {
            BodyReader reader = new BodyReader(
                    request.getInputStream(),
                    gate.maxRequestBytes(),
                    runtime.buffers(),
                    body -> serve(grant, body),
                    () -> answer(gate.tooLarge()),
                    () -> answer(RequestGate.overloaded(response)),
                    failure -> abandon());
            reader.limitTime(runtime.workers().after(BODY_TIMEOUT, this::bodyTimedOut));
            request.getInputStream().setReadListener(reader);
        } catch (IOException | RuntimeException e) {
            fail("The body could not be read", e);
        }
    }

    private void serve(Grant grant, byte[] body) {
        runtime.server()
                .handle(grant, ENVELOPES.read(body), this::headerValues, cancellation)
                .whenComplete((answer, failure) -> {
                    if (failure == null) {
                        answer(answer);
                    } else {
                        fail("A request could not be served", failure);
                    }
                });
    }

    private void challenge(String message) {
        if (answered.compareAndSet(false, true)) {
            response.setHeader("WWW-Authenticate", "Bearer");
            write(RequestGate.refusal(HttpServletResponse.SC_UNAUTHORIZED, message));
        }
    }

    private void answer(McpAnswer answer) {
        if (answered.compareAndSet(false, true)) {
            write(answer);
        }
    }

    private void write(McpAnswer answer) {
        McpAnswer encoded = acceptsGzip ? answer.gzipped() : answer;
        ResponseHeaders.write(encoded, response);
        runtime.metrics().answered(encoded.status());
        new AnswerWriter(encoded, async, runtime.workers()).start();
    }

    /** Ends a request whose client is gone: there is nobody to answer. */
    private void abandon() {
        cancellation.cancel();
        if (answered.compareAndSet(false, true)) {
            async.complete();
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

    @Override
    public void onTimeout(AsyncEvent event) {
        cancellation.cancel();
        if (answered.compareAndSet(false, true)) {
            write(RequestGate.refusal(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "There was no answer in time."));
        } else {
            async.complete();
        }
    }

    @Override
    public void onError(AsyncEvent event) {
        abandon();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        runtime.requests().leave();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}

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
