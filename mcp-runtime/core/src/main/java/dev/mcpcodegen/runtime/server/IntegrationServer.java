package dev.mcpcodegen.runtime.server;

import dev.mcpcodegen.runtime.access.Grant;
import dev.mcpcodegen.runtime.catalog.CatalogTool;
import dev.mcpcodegen.runtime.catalog.ToolCatalog;
import dev.mcpcodegen.runtime.catalog.ToolView;
import dev.mcpcodegen.runtime.fields.DynamicTools;
import dev.mcpcodegen.runtime.protocol.Era;
import dev.mcpcodegen.runtime.protocol.McpAnswer;
import dev.mcpcodegen.runtime.protocol.McpRequest;
import dev.mcpcodegen.runtime.protocol.ResultWriter;
import dev.mcpcodegen.runtime.protocol.Revision;
import dev.mcpcodegen.runtime.protocol.RpcError;
import dev.mcpcodegen.runtime.protocol.ServerInfo;
import dev.mcpcodegen.runtime.protocol.ToolResultWriter;
import dev.mcpcodegen.runtime.tool.Integration;
import dev.mcpcodegen.runtime.tool.ProgressListener;
import dev.mcpcodegen.runtime.tool.ToolJson;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The methods of MCP, for one integration: what each does in which era. Thread-safe. */
final class IntegrationServer {

    private static final Logger LOG = LoggerFactory.getLogger(IntegrationServer.class);

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private final ToolCatalog catalog;
    private final ToolCaller caller;
    private final DynamicTools dynamicTools;
    private final ResultWriter results;
    private final ToolResultWriter toolResults;

    IntegrationServer(Integration integration, ToolCatalog catalog, ToolCaller caller, DynamicTools dynamicTools) {
        ServerInfo info = new ServerInfo(
                integration.name(),
                integration.displayName(),
                integration.apiVersion(),
                integration.instructions().orElse(null));
        this.catalog = catalog;
        this.caller = caller;
        this.dynamicTools = dynamicTools;
        this.results = new ResultWriter(info);
        this.toolResults = new ToolResultWriter(info);
    }

    /** Answers a request that is served by {@code revision}. The stage never fails. */
    CompletionStage<McpAnswer> answer(
            Revision revision, McpRequest request, Grant grant, Cancellation cancellation, McpClient client) {
        CompletionStage<McpAnswer> answer;
        try {
            answer = switch (request.method()) {
                case "tools/call" -> call(revision, request, grant, cancellation, client);
                case "tools/list" -> list(revision, request, grant);
                default -> completed(revision.era() == Era.MODERN ? modern(request) : legacy(request));
            };
        } catch (RuntimeException e) {
            answer = CompletableFuture.failedFuture(e);
        }
        return answer.exceptionally(failure -> internalError(request, failure));
    }

    private McpAnswer modern(McpRequest request) {
        return switch (request.method()) {
            case "server/discover" -> McpAnswer.result(request.id(), results.discover());
            default -> error(NOT_FOUND, request, RpcError.methodNotFound(request.method()));
        };
    }

    private McpAnswer legacy(McpRequest request) {
        return switch (request.method()) {
            case "initialize" -> initialize(request);
            case "ping" -> McpAnswer.result(request.id(), ResultWriter.empty());
            default -> error(OK, request, RpcError.methodNotFound(request.method()));
        };
    }

    /** Settles on what the client asked for if this server has it, else on its newest; never on a modern revision. */
    private McpAnswer initialize(McpRequest request) {
        if (!request.hasObjectParams()) {
            return invalidParams(request, "params must be an object");
        }
        String requested = request.text("protocolVersion");
        Revision revision = Revision.of(requested == null ? "" : requested)
                .filter(known -> known.era() == Era.LEGACY)
                .orElse(Revision.LATEST_LEGACY);
        return McpAnswer.result(request.id(), results.initialize(revision));
    }

    private CompletionStage<McpAnswer> list(Revision revision, McpRequest request, Grant grant) {
        if (!request.hasObjectParams()) {
            return completed(invalidParams(request, "params must be an object"));
        }
        String cursor = request.text("cursor");
        if (isGiven(request.param("cursor")) && cursor == null) {
            return completed(invalidParams(request, "params.cursor must be a string"));
        }
        ToolView view = view(grant);
        return view.isDynamic()
                ? listForAccount(view, revision, request, grant)
                : completed(view.list(revision, cursor, results)
                        .map(list -> McpAnswer.result(request.id(), list))
                        .orElseGet(() -> unknownCursor(request)));
    }

    /** Lists tools some of which have fields of the account, for no longer than these are kept. */
    private CompletionStage<McpAnswer> listForAccount(
            ToolView view, Revision revision, McpRequest request, Grant grant) {
        String cursor = request.text("cursor");
        List<CatalogTool<?>> page = view.page(cursor).orElse(null);
        if (page == null) {
            return completed(unknownCursor(request));
        }
        return dynamicTools.describe(page, grant).thenApply(described -> {
            Duration goodFor = described.goodFor();
            Duration ttl = goodFor.compareTo(ResultWriter.LIST_TTL) < 0 ? goodFor : ResultWriter.LIST_TTL;
            return McpAnswer.result(request.id(), view.list(revision, cursor, described::of, ttl, results));
        });
    }

    private static McpAnswer unknownCursor(McpRequest request) {
        return invalidParams(request, "params.cursor is none of this list; begin without one");
    }

    private CompletionStage<McpAnswer> call(
            Revision revision, McpRequest request, Grant grant, Cancellation cancellation, McpClient client) {
        String name = request.text("name");
        if (!request.hasObjectParams() || name == null) {
            return completed(invalidParams(request, "params.name must be the name of a tool"));
        }
        ObjectNode arguments = arguments(request);
        if (arguments == null) {
            return completed(invalidParams(request, "params.arguments must be an object"));
        }
        CatalogTool<?> tool = view(grant).find(name).orElse(null);
        if (tool == null) {
            return completed(error(OK, request, RpcError.unknownTool(name)));
        }
        List<String> undeclared = request.undeclared(tool.descriptor().clientCapabilities());
        if (!undeclared.isEmpty()) {
            int status = revision.era() == Era.MODERN ? BAD_REQUEST : OK;
            return completed(error(status, request, RpcError.missingCapabilities(undeclared)));
        }
        ProgressReporter progress = ProgressReporter.of(revision, request, client.notifications());
        CallOrigin origin = new CallOrigin(
                grant,
                cancellation,
                request.trace().orElse(null),
                progress == null ? ProgressListener.NONE : progress,
                new FileOrigin(client.reachedAt(), null, null));
        return caller.call(tool, arguments, origin)
                .whenComplete((result, failure) -> end(progress))
                .thenApply(result -> McpAnswer.result(request.id(), toolResults.write(revision, result))
                        .withStatus(VendorLimits.status(grant, result))
                        .withRateLimit(VendorLimits.told(result)));
    }

    private static void end(@Nullable ProgressReporter progress) {
        if (progress != null) {
            progress.end();
        }
    }

    /** What the caller sees of this integration, which was found by the same grant. */
    private ToolView view(Grant grant) {
        return catalog.view(grant).orElseThrow();
    }

    /** The arguments, none given being the same as an empty object; null when they are something else. */
    private static @Nullable ObjectNode arguments(McpRequest request) {
        JsonNode arguments = request.param("arguments");
        if (!isGiven(arguments)) {
            return ToolJson.MAPPER.createObjectNode();
        }
        return arguments instanceof ObjectNode object ? object : null;
    }

    private static boolean isGiven(@Nullable JsonNode value) {
        return value != null && !value.isNull();
    }

    private static McpAnswer internalError(McpRequest request, Throwable failure) {
        String incident = UUID.randomUUID().toString();
        LOG.error("Incident {}: {} failed", incident, request.method(), failure);
        return error(OK, request, RpcError.internal(incident));
    }

    private static McpAnswer invalidParams(McpRequest request, String reason) {
        return error(OK, request, RpcError.of(RpcError.INVALID_PARAMS, "Invalid params: " + reason));
    }

    private static McpAnswer error(int status, McpRequest request, RpcError error) {
        return McpAnswer.error(status, request.id(), error);
    }

    private static CompletionStage<McpAnswer> completed(McpAnswer answer) {
        return CompletableFuture.completedFuture(answer);
    }
}
