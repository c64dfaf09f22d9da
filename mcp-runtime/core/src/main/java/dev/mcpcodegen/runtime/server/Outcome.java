package dev.mcpcodegen.runtime.server;

import dev.mcpcodegen.runtime.tool.InvalidArgumentException;
import dev.mcpcodegen.runtime.tool.ToolError;
import dev.mcpcodegen.runtime.tool.ToolResult;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What comes of running what others wrote: a tool, an interceptor. */
final class Outcome {

    private Outcome() {}

    /**
     * Turns an argument that no request can carry, wherever it is noticed, into a result that the model can act on; anything else that is
     * thrown into a failed stage, so that the call still ends in the trail.
     */
    static CompletionStage<ToolResult> of(Supplier<@Nullable CompletionStage<ToolResult>> action) {
        try {
            return Objects.requireNonNull(action.get(), "An interceptor or a tool returned no stage");
        } catch (InvalidArgumentException e) {
            return failure(ToolError.Kind.INVALID_ARGUMENTS, String.valueOf(e.getMessage()));
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** A failure on this side of the vendor. */
    static CompletionStage<ToolResult> failure(ToolError.Kind kind, String message) {
        return CompletableFuture.completedFuture(ToolResult.failure(ToolError.gateway(kind), message));
    }
}
