package dev.mcpcodegen.codegen;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells what a run is doing, but only while it takes longer than people like to wait without a word. */
final class Progress implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Consumer<String> listener;
    private final long patienceMillis;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "mcp-codegen-progress");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable Future<?> alarm;
    private String step = "";
    private boolean late;

    Progress(Consumer<String> listener) {
        this(listener, PATIENCE);
    }

    Progress(Consumer<String> listener, Duration patience) {
        this.listener = listener;
        this.patienceMillis = patience.toMillis();
    }

    /** Begins something with patience anew. */
    synchronized void begin(String words) {
        if (alarm != null) {
            alarm.cancel(false);
        }
        late = false;
        step = words;
        alarm = timer.schedule(this::alarm, patienceMillis, TimeUnit.MILLISECONDS);
    }

    /** The next step of what has begun. */
    synchronized void step(String words) {
        step = words;
        if (late) {
            listener.accept(words);
        }
    }

    private synchronized void alarm() {
        late = true;
        listener.accept(step);
    }

    @Override
    public synchronized void close() {
        timer.shutdownNow();
    }
}
