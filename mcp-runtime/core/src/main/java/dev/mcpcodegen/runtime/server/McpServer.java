package dev.mcpcodegen.runtime.server;

import dev.mcpcodegen.runtime.access.Grant;
import dev.mcpcodegen.runtime.access.Subject;
import dev.mcpcodegen.runtime.catalog.ToolCatalog;
import dev.mcpcodegen.runtime.fields.DynamicTools;
import dev.mcpcodegen.runtime.protocol.Classified;
import dev.mcpcodegen.runtime.protocol.Envelope;
import dev.mcpcodegen.runtime.protocol.EraClassifier;
import dev.mcpcodegen.runtime.protocol.McpAnswer;
import dev.mcpcodegen.runtime.protocol.McpMessage;
import dev.mcpcodegen.runtime.protocol.McpRequest;
import dev.mcpcodegen.runtime.protocol.RequestHeaders;
import dev.mcpcodegen.runtime.protocol.Revision;
import dev.mcpcodegen.runtime.protocol.RpcError;
import dev.mcpcodegen.runtime.tool.Integration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers what a known caller sends: both eras on one endpoint, each request for itself. Keeps no state between requests. Thread-safe.
 */
public final class McpServer {

    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int SERVER_ERROR = 500;
    private static final int PERSONS_ONLY = 40302;

    private final ToolCatalog catalog;
    private final ToolCaller caller;
    private final DynamicTools dynamicTools;
    private final EraClassifier classifier = new EraClassifier();
    private final Map<String, IntegrationServer> servers = new ConcurrentHashMap<>();

    public McpServer(ToolCatalog catalog, ToolCaller caller, DynamicTools dynamicTools) {
        this.catalog = catalog;
        this.caller = caller;
        this.dynamicTools = dynamicTools;
    }

    /**
     * Answers the body of one POST. The stage never fails.
     *
     * @param cancellation given up when the client is gone
     * @param client who sent it
     */
    public CompletionStage<McpAnswer> handle(
            Grant grant, Envelope envelope, RequestHeaders headers, Cancellation cancellation, McpClient client) {
        Integration integration = catalog.integration(grant).orElse(null);
        if (integration == null) {
            String message =
                    "The integration \"" + grant.account().integration() + "\" is not part of this deployment.";
            return refused(envelope, SERVER_ERROR, RpcError.of(RpcError.INTERNAL_ERROR, message));
        }
        if (integration.personOnly() && !(grant.subject() instanceof Subject.Person)) {
            String message = integration.displayName() + " can only be used by a person.";
            return refused(envelope, FORBIDDEN, RpcError.of(PERSONS_ONLY, message));
        }
        IntegrationServer server = servers.computeIfAbsent(
                integration.name(), name -> new IntegrationServer(integration, catalog, caller, dynamicTools));
        return new Exchange(server, grant, headers, cancellation, client).answer(envelope);
    }

    private static CompletionStage<McpAnswer> refused(Envelope envelope, int status, RpcError error) {
        McpRequest request = envelope.request();
        return completed(McpAnswer.error(status, request == null ? null : request.id(), error));
    }

    private static CompletionStage<McpAnswer> completed(McpAnswer answer) {
        return CompletableFuture.completedFuture(answer);
    }

    /** One POST. */
    private final class Exchange {

        private final IntegrationServer server;
        private final Grant grant;
        private final RequestHeaders headers;
        private final Cancellation cancellation;
        private final McpClient client;

        Exchange(
                IntegrationServer server,
                Grant grant,
                RequestHeaders headers,
                Cancellation cancellation,
                McpClient client) {
            this.server = server;
            this.grant = grant;
            this.headers = headers;
            this.cancellation = cancellation;
            this.client = client;
        }

        CompletionStage<McpAnswer> answer(Envelope envelope) {
            return envelope instanceof Envelope.Batch batch
                    ? new BatchRules(classifier).answer(batch, headers, this::answerLegacy)
                    : answer(((Envelope.Single) envelope).message());
        }

        private CompletionStage<McpAnswer> answer(McpMessage message) {
            if (message instanceof McpRequest request) {
                Classified classified = classifier.classify(request, headers);
                return classified instanceof Classified.Served served
                        ? server.answer(served.revision(), request, grant, cancellation, client)
                        : completed(refusal(request, (Classified.Refused) classified));
            }
            return completed(withoutRequest(message));
        }

        private CompletionStage<McpAnswer> answerLegacy(McpRequest request) {
            McpClient silent = new McpClient(NotificationSink.NONE, client.reachedAt());
            return server.answer(Revision.R2025_03_26, request, grant, cancellation, silent);
        }

        /**
         * Takes every notification and does nothing with it. {@code notifications/cancelled} too: it names a request by an id that is
         * only unique within a session, and this server has none, so acting on it could end somebody else's call. A client cancels by
         * closing the connection that its answer would come on (MCP 2026-07-28, "Cancellation").
         */
        private McpAnswer withoutRequest(McpMessage message) {
            if (message instanceof McpMessage.Malformed malformed) {
                return McpAnswer.error(BAD_REQUEST, malformed.id(), malformed.error());
            }
            boolean isUnexpected = message instanceof McpMessage.Response && classifier.isModern(headers);
            return isUnexpected
                    ? McpAnswer.error(
                            BAD_REQUEST,
                            null,
                            RpcError.of(
                                    RpcError.INVALID_REQUEST,
                                    "Invalid request: this server sends no requests, so there is nothing to respond to"))
                    : McpAnswer.ACCEPTED;
        }

        private static McpAnswer refusal(McpRequest request, Classified.Refused refused) {
            return McpAnswer.error(refused.status(), request.id(), refused.error());
        }
    }
}
