package dev.mcpcodegen.runtime.server;

import dev.mcpcodegen.runtime.arguments.ArgumentReading;
import dev.mcpcodegen.runtime.files.FileRelay;
import dev.mcpcodegen.runtime.files.FileTransfer;
import dev.mcpcodegen.runtime.limit.AccountSlots;
import dev.mcpcodegen.runtime.tool.ToolError;
import dev.mcpcodegen.runtime.tool.ToolResult;
import dev.mcpcodegen.runtime.tool.UpstreamRequest;
import dev.mcpcodegen.runtime.upstream.UpstreamCall;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The last step of a call to a vendor: in a slot of its account, a write after it stands in the audit. Thread-safe. */
final class VendorCalls {

    private final Function<UpstreamCall, CompletableFuture<ToolResult>> upstream;
    private final AccountSlots slots;
    private final CallTrail trail;

    VendorCalls(Function<UpstreamCall, CompletableFuture<ToolResult>> upstream, AccountSlots slots, CallTrail trail) {
        this.upstream = upstream;
        this.slots = slots;
        this.trail = trail;
    }

    CompletionStage<ToolResult> make(
            RunningCall<?> call, ArgumentReading.Valid read, UpstreamRequest request, FileTransfer files) {
        return inSlot(call, () -> trail.recorded(call, () -> send(call, read, request, files)));
    }

    /**
     * Waits for one of the account's slots at the vendor; a call that is given up leaves the line. Hand-written tools need none, so that
     * one which calls others does not hold a slot that they wait for.
     */
    private CompletionStage<ToolResult> inSlot(
            RunningCall<?> call, Supplier<@Nullable CompletionStage<ToolResult>> action) {
        if (call.origin().files().download() instanceof FileRelay) {
            // It goes through the slot of the call that it is for, which waits for it.
            return Outcome.of(action);
        }
        String account = call.tenant() + "/" + call.account();
        CompletableFuture<Void> turn = slots.enter(account).orElse(null);
        if (turn == null) {
            return Outcome.failure(
                    ToolError.Kind.OVERLOADED,
                    "Too many calls of this account are under way. Make fewer at a time; try again in a few seconds.");
        }
        call.cancellation().onCancel(() -> turn.cancel(false));
        return turn.thenCompose(free -> Outcome.of(action).whenComplete((result, failure) -> slots.leave(account)));
    }

    private CompletionStage<ToolResult> send(
            RunningCall<?> call, ArgumentReading.Valid read, UpstreamRequest request, FileTransfer files) {
        CompletableFuture<ToolResult> answer = upstream.apply(new UpstreamCall(
                call.tool().integration(),
                call.tool().descriptor(),
                call.grant(),
                request,
                read.limit(),
                read.cursor(),
                call.deadline(),
                call.origin().trace(),
                files));
        call.cancellation().onCancel(() -> answer.cancel(true));
        return answer;
    }
}
