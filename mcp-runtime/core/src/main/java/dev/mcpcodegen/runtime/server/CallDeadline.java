package dev.mcpcodegen.runtime.server;

import dev.mcpcodegen.runtime.tool.InvalidArgumentException;
import dev.mcpcodegen.runtime.tool.ToolError;
import dev.mcpcodegen.runtime.tool.ToolResult;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

/** Ends a call at its deadline, or when its client is gone, whatever an interceptor, a hand-written tool or a vendor does. */
final class CallDeadline {

    /** A call to a vendor ends by itself at the deadline and can say how far it came; this is the time it gets for that. */
    private static final Duration GRACE = Duration.ofMillis(250);

    private CallDeadline() {}

    static CompletableFuture<ToolResult> enforce(
            CompletionStage<ToolResult> result, RunningCall<?> call, Workers workers) {
        CompletableFuture<ToolResult> answer = new CompletableFuture<>();
        result.whenComplete((value, failure) -> {
            if (failure == null && value != null) {
                answer.complete(value);
            } else if (failure == null) {
                answer.completeExceptionally(new IllegalStateException("An interceptor or a tool returned no result"));
            } else if (cause(failure) instanceof CancellationException) {
                answer.complete(cancelled());
            } else if (cause(failure) instanceof InvalidArgumentException invalid) {
                answer.complete(failure(ToolError.Kind.INVALID_ARGUMENTS, String.valueOf(invalid.getMessage())));
            } else {
                answer.completeExceptionally(cause(failure));
            }
        });
        if (answer.isDone()) {
            return answer;
        }
        call.cancellation().onCancel(() -> answer.complete(cancelled()));
        Duration timeout = Duration.between(call.startedAt(), call.deadline());
        Future<?> timer = workers.after(timeout.plus(GRACE), () -> giveUp(answer, call, timeout));
        return answer.whenComplete((value, failure) -> timer.cancel(false));
    }

    private static void giveUp(CompletableFuture<ToolResult> answer, RunningCall<?> call, Duration timeout) {
        String outcome = call.tool().descriptor().readOnly()
                ? "Nothing was changed."
                : "Whether it took effect is not known: look before you repeat it.";
        if (answer.complete(failure(
                ToolError.Kind.TIMEOUT, "There was no result within " + timeout.toSeconds() + " s. " + outcome))) {
            call.cancellation().cancel();
        }
    }

    private static ToolResult cancelled() {
        return failure(ToolError.Kind.CANCELLED, "The call was given up by its caller.");
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private static ToolResult failure(ToolError.Kind kind, String message) {
        return ToolResult.failure(ToolError.gateway(kind), message);
    }
}
