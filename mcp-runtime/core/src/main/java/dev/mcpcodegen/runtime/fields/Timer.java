package dev.mcpcodegen.runtime.fields;

import java.time.Duration;
import java.util.concurrent.Future;

/** Does something after a while. */
@FunctionalInterface
public interface Timer {

    /** Runs {@code action}, which must not block; cancelling the future prevents it. */
    Future<?> after(Duration delay, Runnable action);
}
