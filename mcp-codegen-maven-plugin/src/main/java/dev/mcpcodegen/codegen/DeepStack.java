package dev.mcpcodegen.codegen;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Runs work on a thread with room for recursion. Steps follow schemas from one to the next, and a chain of them may be as long as a
 * document has schemas; Maven's own threads end at a few hundred.
 */
final class DeepStack {

    /** Address space; only what is used becomes memory. */
    private static final long STACK_BYTES = 256L << 20;

    private DeepStack() {}

    static <T> T call(Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Runnable task = () -> {
            try {
                result.complete(work.get());
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        };
        new Thread(null, task, "mcp-codegen", STACK_BYTES).start();
        try {
            return result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        }
    }
}
