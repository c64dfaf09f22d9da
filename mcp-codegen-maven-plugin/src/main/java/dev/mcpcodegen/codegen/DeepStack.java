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

    /** Does the work and returns what comes of it. */
    static <T> T call(Supplier<T> work) {
        return result(start(work));
    }

    /** Begins the work, to be done while the caller does something else. */
    static <T> CompletableFuture<T> start(Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Runnable task = () -> {
            try {
                result.complete(work.get());
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        };
        new Thread(null, task, "mcp-codegen", STACK_BYTES).start();
        return result;
    }

    /** Waits for work to end; throws what it threw. */
    static <T> T result(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        }
    }
}
