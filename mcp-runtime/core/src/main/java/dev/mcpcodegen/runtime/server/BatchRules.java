package dev.mcpcodegen.runtime.server;

import dev.mcpcodegen.runtime.protocol.Classified;
import dev.mcpcodegen.runtime.protocol.Envelope;
import dev.mcpcodegen.runtime.protocol.EraClassifier;
import dev.mcpcodegen.runtime.protocol.McpAnswer;
import dev.mcpcodegen.runtime.protocol.McpMessage;
import dev.mcpcodegen.runtime.protocol.McpRequest;
import dev.mcpcodegen.runtime.protocol.RequestHeaders;
import dev.mcpcodegen.runtime.protocol.Revision;
import dev.mcpcodegen.runtime.protocol.RpcError;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers arrays of messages, which only revision 2025-03-26 has (Basic Protocol, "Batching"). */
final class BatchRules {

    private static final int BAD_REQUEST = 400;
    private static final int MAX_MESSAGES = 50;

    private final EraClassifier classifier;

    BatchRules(EraClassifier classifier) {
        this.classifier = classifier;
    }

    CompletionStage<McpAnswer> answer(
            Envelope.Batch batch, RequestHeaders headers, Function<McpRequest, CompletionStage<McpAnswer>> single) {
        String problem = problem(batch.messages(), headers);
        if (problem != null) {
            return CompletableFuture.completedFuture(McpAnswer.error(
                    BAD_REQUEST, null, RpcError.of(RpcError.INVALID_REQUEST, "Invalid request: " + problem)));
        }
        List<CompletableFuture<McpAnswer>> answers = new ArrayList<>();
        for (McpMessage message : batch.messages()) {
            if (message instanceof McpRequest request) {
                answers.add(single.apply(request).toCompletableFuture());
            } else if (message instanceof McpMessage.Malformed malformed) {
                answers.add(CompletableFuture.completedFuture(
                        McpAnswer.error(BAD_REQUEST, malformed.id(), malformed.error())));
            }
        }
        return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .thenApply(done ->
                        collect(answers.stream().map(CompletableFuture::join).toList()));
    }

    private @Nullable String problem(List<McpMessage> messages, RequestHeaders headers) {
        if (!(classifier.classifyByHeader(headers) instanceof Classified.Served served)
                || served.revision() != Revision.R2025_03_26) {
            return "one message a request";
        }
        if (messages.isEmpty() || messages.size() > MAX_MESSAGES) {
            return "a batch holds 1 to " + MAX_MESSAGES + " messages";
        }
        for (McpMessage message : messages) {
            if (message instanceof McpRequest request) {
                if (request.method().equals("initialize")) {
                    return "initialize must not be in a batch";
                }
                if (classifier.hasEnvelope(request)) {
                    return "one message a request";
                }
            }
        }
        return null;
    }

    private static McpAnswer collect(List<McpAnswer> answers) {
        return answers.isEmpty() ? McpAnswer.ACCEPTED : McpAnswer.batch(answers);
    }
}
