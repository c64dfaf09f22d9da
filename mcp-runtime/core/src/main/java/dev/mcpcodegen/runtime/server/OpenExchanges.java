package dev.mcpcodegen.runtime.server;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The requests that are being served, so that a runtime that stops can wait for them. Thread-safe. */
public final class OpenExchanges {

    /** A request between its head and the end of its answer. */
    public interface Exchange {

        /** Answers that the server is stopping, if there is no answer yet, and gives up what is under way. */
        void stop();

        /** Gives up the answer as well. */
        void abandon();
    }

    /** What answers get for being written once everything has been stopped. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private static final int POLL_MILLIS = 10;

    private final Set<Exchange> open = ConcurrentHashMap.newKeySet();
    private volatile boolean isClosed;

    /** Takes an exchange in, until {@link #close} begins; false from then on. */
    public boolean enter(Exchange exchange) {
        open.add(exchange);
        // Looked at last: whoever closes either sees this exchange or is seen here.
        if (isClosed) {
            open.remove(exchange);
            return false;
        }
        return true;
    }

    /** Tells that an exchange is over. */
    public void leave(Exchange exchange) {
        open.remove(exchange);
    }

    /** Whether nothing new is served any more. */
    public boolean isClosed() {
        return isClosed;
    }

    /** Takes nothing in any more, lets what is under way end by itself for {@code patience}, then stops the rest. */
    public void close(Duration patience) {
        isClosed = true;
        awaitEnd(patience);
        open.forEach(Exchange::stop);
        awaitEnd(LAST_WORDS);
        open.forEach(Exchange::abandon);
        open.clear();
    }

    private void awaitEnd(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (!open.isEmpty() && System.nanoTime() < deadline) {
                Thread.sleep(POLL_MILLIS);
            }
        } catch (InterruptedException e) {
            // Whoever stops the application is in a hurry: the rest is stopped at once.
            Thread.currentThread().interrupt();
        }
    }
}
