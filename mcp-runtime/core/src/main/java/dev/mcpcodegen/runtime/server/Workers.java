package dev.mcpcodegen.runtime.server;

import dev.mcpcodegen.runtime.threads.DaemonThreads;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The runtime's own threads: a bounded number for hand-written tools, which may block, and two for deadlines, which must not wait behind them. Not the JDK's
 * shared timer: its thread would keep a web application's class loader alive after undeployment.
 */
public final class Workers implements AutoCloseable {

    private static final int THREADS = 32;
    private static final int TIMERS = 2;
    private static final int QUEUED = 256;
    private static final int IDLE_SECONDS = 30;

    /** Sooner than every deadline. */
    private static final int TICK_MILLIS = 500;

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(2);

    private final DaemonThreads toolThreads = new DaemonThreads("mcp-tool");
    private final DaemonThreads timerThreads = new DaemonThreads("mcp-deadline");
    private final ThreadPoolExecutor tools = new ThreadPoolExecutor(
            THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(QUEUED), toolThreads);
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(TIMERS, timerThreads);

    @SuppressWarnings("FutureReturnValueIgnored") // Ticks until the timer is shut down.
    public Workers() {
        tools.allowCoreThreadTimeOut(true);
        timer.setRemoveOnCancelPolicy(true);
        // Setting the deadline that is next to come wakes a thread, which costs more than many a call does. Behind a
        // tick, which is nearer than every deadline, setting one wakes nobody.
        timer.scheduleWithFixedDelay(() -> {}, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Runs {@code action}, which must not block, after a while; cancelling the future prevents it. */
    public Future<?> after(Duration delay, Runnable action) {
        return timer.schedule(action, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Runs {@code action}, which must not block, on a stack of its own. */
    public void soon(Runnable action) {
        timer.execute(action);
    }

    /**
     * Runs work that may block. Cancelling interrupts it.
     *
     * @throws java.util.concurrent.RejectedExecutionException if too much is waiting already
     */
    <T> CompletableFuture<T> call(Supplier<CompletionStage<T>> work, Cancellation cancellation) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Future<?> task = tools.submit(() -> {
            try {
                work.get().whenComplete((value, failure) -> complete(result, value, failure));
            } catch (Throwable failure) {
                result.completeExceptionally(failure);
            }
        });
        cancellation.onCancel(() -> {
            task.cancel(true);
            result.cancel(false);
        });
        return result;
    }

    /** Stops all threads; work under way is interrupted, and left behind if it does not care. */
    @Override
    public void close() {
        timer.shutdownNow();
        tools.shutdownNow();
        timerThreads.awaitEnd(STOP_PATIENCE);
        toolThreads.awaitEnd(STOP_PATIENCE);
    }

    private static <T> void complete(CompletableFuture<T> future, T value, Throwable failure) {
        if (failure == null) {
            future.complete(value);
        } else {
            future.completeExceptionally(failure);
        }
    }
}
