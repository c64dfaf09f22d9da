package dev.mcpcodegen.runtime.fields;

import dev.mcpcodegen.runtime.access.Grant;
import dev.mcpcodegen.runtime.arguments.ArgumentReading;
import dev.mcpcodegen.runtime.catalog.CatalogTool;
import dev.mcpcodegen.runtime.limit.AccountSlots;
import dev.mcpcodegen.runtime.tool.Paging;
import dev.mcpcodegen.runtime.tool.ToolError;
import dev.mcpcodegen.runtime.tool.ToolResult;
import dev.mcpcodegen.runtime.tool.UpstreamRequest;
import dev.mcpcodegen.runtime.tool.UpstreamTool;
import dev.mcpcodegen.runtime.upstream.UpstreamCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks a vendor for whole lists with the tools of its integration, whatever the caller's grant shows of them: what is read becomes part of
 * a schema, not an answer. A few requests of an account at a time. Thread-safe; never blocks.
 */
final class SourceCalls {

    private static final int MAX_PAGES = 50;
    private static final int MAX_ITEMS = 2_000;

    private final Function<UpstreamCall, CompletableFuture<ToolResult>> upstream;
    private final AccountSlots slots;

    SourceCalls(Function<UpstreamCall, CompletableFuture<ToolResult>> upstream, AccountSlots slots) {
        this.upstream = upstream;
        this.slots = slots;
    }

    /**
     * A list, or the beginning of one that is too long.
     *
     * @param isWhole whether these are all
     */
    record Listed(List<JsonNode> items, boolean isWhole) {}

    /** Walks all pages. Fails with {@link FieldsUnavailableException} when there is no list. */
    CompletableFuture<Listed> list(FieldSet.Source source, ObjectNode arguments, Grant grant, Instant deadline) {
        return new Walk(source.items(), grant, deadline, request(source.tool(), arguments), source.tool()).next(null);
    }

    private static <A> UpstreamRequest request(CatalogTool<A> tool, ObjectNode arguments) {
        ArgumentReading reading = tool.ownArguments().read(arguments);
        if (!(reading instanceof ArgumentReading.Valid valid)) {
            throw new FieldsUnavailableException(tool + " does not take the arguments that it is given");
        }
        return ((UpstreamTool<A, ?>) tool.tool()).toRequest(tool.ownArguments().bind(valid.arguments()));
    }

    private final class Walk {

        private final JsonPointer at;
        private final Grant grant;
        private final Instant deadline;
        private final UpstreamRequest request;
        private final CatalogTool<?> tool;
        private final @Nullable Integer limit;
        private final List<JsonNode> items = new ArrayList<>();
        private int pages;

        Walk(JsonPointer at, Grant grant, Instant deadline, UpstreamRequest request, CatalogTool<?> tool) {
            this.at = at;
            this.grant = grant;
            this.deadline = deadline;
            this.request = request;
            this.tool = tool;
            this.limit = tool.descriptor().paging().map(Paging::maxLimit).orElse(null);
        }

        CompletableFuture<Listed> next(@Nullable String cursor) {
            return ask(cursor).thenCompose(result -> {
                ToolError error = result.error();
                JsonNode page = result.structured();
                if (error != null || page == null) {
                    throw new FieldsUnavailableException(tool + " failed: " + reason(error));
                }
                JsonNode list = page.at(at);
                // Some vendors write an object keyed by position, or nothing at all, where a list is empty.
                list.forEach(items::add);
                JsonNode following = page.path("next_cursor");
                boolean isLast = !following.isString() || following.asString().equals(cursor);
                return isLast || ++pages >= MAX_PAGES || items.size() >= MAX_ITEMS
                        ? CompletableFuture.completedFuture(new Listed(List.copyOf(items), isLast))
                        : next(following.asString());
            });
        }

        /** Without the vendor's words, which have no place in a log. */
        private String reason(@Nullable ToolError error) {
            return error == null
                    ? "no data"
                    : error.kind().wireName() + (error.status() == null ? "" : " (HTTP " + error.status() + ")");
        }

        private CompletableFuture<ToolResult> ask(@Nullable String cursor) {
            String account = grant.account().tenant() + "/" + grant.account().id();
            CompletableFuture<Void> turn = slots.enter(account).orElse(null);
            if (turn == null) {
                return CompletableFuture.failedFuture(
                        new FieldsUnavailableException("Too much is asked of the account already"));
            }
            return turn.thenCompose(free -> upstream.apply(new UpstreamCall(
                            tool.integration(), tool.descriptor(), grant, request, limit, cursor, deadline, null))
                    .whenComplete((result, failure) -> slots.leave(account)));
        }
    }
}
