package dev.mcpcodegen.runtime.limit;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts what is under way, up to a number. Thread-safe. */
public final class InFlight {

    private final int most;
    private final AtomicInteger count = new AtomicInteger();

    public InFlight(int most) {
        this.most = most;
    }

    /** Whether one more may begin; if so, it has to {@link #leave}. */
    public boolean enter() {
        if (count.incrementAndGet() <= most) {
            return true;
        }
        count.decrementAndGet();
        return false;
    }

    public void leave() {
        count.decrementAndGet();
    }

    /** How many are under way now. */
    public int count() {
        return count.get();
    }
}
