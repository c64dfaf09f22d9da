package dev.mcpcodegen.runtime.threads;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Work that many threads ask for and one at a time does, without a lock: who asks while it is being done has it done once more, by the
 * thread that is at it. Thread-safe.
 */
public final class Turns {

    private final Runnable work;

    /** How often somebody asked since the last turn began. */
    private final AtomicInteger asked = new AtomicInteger();

    /** Makes turns of some work, which must not throw. */
    public Turns(Runnable work) {
        this.work = work;
    }

    /** Has the work done, now or right after the turn that is under way. */
    public void ask() {
        if (asked.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        while (seen > 0) {
            work.run();
            seen = asked.addAndGet(-seen);
        }
    }
}
