package dev.mcpcodegen.runtime.limit;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Bytes that may be held in memory for all requests and answers together, so that many that are small enough each do not become too much.
 * Thread-safe.
 */
public final class ByteBudget {

    private final long most;
    private final AtomicLong held = new AtomicLong();

    public ByteBudget(long most) {
        this.most = most;
    }

    /** Takes bytes out of the budget, to be released later; takes nothing if there are not as many left. */
    public boolean reserve(int bytes) {
        if (held.addAndGet(bytes) <= most) {
            return true;
        }
        held.addAndGet(-bytes);
        return false;
    }

    /** Gives bytes back. */
    public void release(long bytes) {
        held.addAndGet(-bytes);
    }

    /** How many bytes are held now. */
    public long held() {
        return held.get();
    }
}
