package dev.mcpcodegen.runtime.limit;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Lets each account have a number of calls under way and some more waiting in line, so that one that floods its vendor holds up nobody
 * else. Thread-safe; keeps nothing for accounts without calls.
 */
public final class AccountSlots {

    private final int calls;
    private final int waiting;
    private final Executor executor;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();

    /**
     * Makes slots for any number of accounts.
     *
     * @param executor runs what waited, because whoever leaves must not do it on their own stack; its threads must not block
     */
    public AccountSlots(int calls, int waiting, Executor executor) {
        this.calls = calls;
        this.waiting = waiting;
        this.executor = executor;
    }

    /**
     * Asks for a slot, which has to be {@linkplain #leave left} once the stage is complete, unless it was cancelled.
     *
     * @return empty if too many are waiting already
     */
    public Optional<CompletableFuture<Void>> enter(String account) {
        CompletableFuture<Void> turn = new CompletableFuture<>();
        AtomicBoolean isTaken = new AtomicBoolean();
        lines.compute(account, (name, known) -> {
            Line line = known == null ? new Line() : known;
            isTaken.set(line.add(turn));
            return line;
        });
        return isTaken.get() ? Optional.of(turn) : Optional.empty();
    }

    /** Gives a slot back; the next in line has it then. */
    public void leave(String account) {
        AtomicReference<@Nullable CompletableFuture<Void>> next = new AtomicReference<>();
        lines.computeIfPresent(account, (name, line) -> {
            next.set(line.next());
            return line.running == 0 ? null : line;
        });
        CompletableFuture<Void> turn = next.get();
        if (turn != null) {
            executor.execute(() -> start(turn, account));
        }
    }

    /** How many accounts have calls under way. */
    int accounts() {
        return lines.size();
    }

    /** A turn that was given up while it was being called passes to the one after it. */
    private void start(CompletableFuture<Void> turn, String account) {
        if (!turn.complete(null)) {
            leave(account);
        }
    }

    /** The calls of one account. Guarded by the map that holds it. */
    private final class Line {

        private final Queue<CompletableFuture<Void>> turns = new ArrayDeque<>();
        private int running;

        boolean add(CompletableFuture<Void> turn) {
            if (running < calls) {
                running++;
                return turn.complete(null);
            }
            turns.removeIf(CompletableFuture::isDone);
            return turns.size() < waiting && turns.add(turn);
        }

        /** Whose turn it is now that one has left; null if nobody waits. */
        @Nullable
        CompletableFuture<Void> next() {
            CompletableFuture<Void> next = turns.poll();
            while (next != null && next.isDone()) {
                next = turns.poll();
            }
            if (next == null) {
                running--;
            }
            return next;
        }
    }
}
