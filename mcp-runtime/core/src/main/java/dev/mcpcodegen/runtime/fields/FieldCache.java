package dev.mcpcodegen.runtime.fields;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was read for a while. Whoever asks for the same while it is being read waits for the same. A failure is kept, too, but for a
 * short time: a vendor that is down is not asked by every caller. Bounded by weight; thread-safe; never blocks.
 *
 * @param <V> what is kept
 */
final class FieldCache<V> {

    private static final int MAX_ENTRIES = 10_000;
    private static final Duration FAILURE_TTL = Duration.ofSeconds(10);
    private static final Duration REFRESH_PAUSE = Duration.ofSeconds(10);

    private final Clock clock;
    private final long maxWeight;
    private final ToLongFunction<V> weights;
    private final BinaryOperator<V> keepOld;
    private final Map<FieldKey, Entry<V>> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long weight;

    /**
     * Makes an empty cache.
     *
     * @param keepOld of the old and the new the one to keep
     */
    FieldCache(Clock clock, long maxWeight, ToLongFunction<V> weights, BinaryOperator<V> keepOld) {
        this.clock = clock;
        this.maxWeight = maxWeight;
        this.weights = weights;
        this.keepOld = keepOld;
    }

    /**
     * Something kept.
     *
     * @param expiresAt when it is read again
     */
    record Kept<V>(V value, Instant expiresAt) {}

    /** Returns what is kept, or reads it. */
    CompletableFuture<Kept<V>> get(FieldKey key, Duration ttl, Supplier<CompletableFuture<V>> read) {
        Entry<V> entry;
        Entry<V> old;
        synchronized (this) {
            old = entries.get(key);
            if (old != null && (!old.isDone() || clock.instant().isBefore(old.expiresAt))) {
                return old.future;
            }
            entry = new Entry<>(old == null ? Instant.MIN : old.refreshedAt);
            put(key, entry);
        }
        begin(key, entry, old == null ? null : old.value, ttl, read);
        return entry.future;
    }

    /**
     * Makes the next one who asks read anew: what is kept may be out of date before its time.
     *
     * @return false if that was done a moment ago, so that it would be of no use
     */
    synchronized boolean expire(FieldKey key) {
        Entry<V> entry = entries.get(key);
        Instant now = clock.instant();
        if (entry == null || !entry.isDone() || now.isBefore(entry.refreshedAt.plus(REFRESH_PAUSE))) {
            return false;
        }
        entry.expiresAt = now;
        entry.refreshedAt = now;
        return true;
    }

    /** Makes whoever asks next for what the predicate names read it anew: it is known to have changed. */
    synchronized void expire(Predicate<FieldKey> changed) {
        Instant now = clock.instant();
        entries.forEach((key, entry) -> {
            if (entry.isDone() && changed.test(key)) {
                entry.expiresAt = now;
            }
        });
    }

    @SuppressWarnings("FutureReturnValueIgnored") // Whatever happens ends in the entry's future.
    private void begin(
            FieldKey key, Entry<V> entry, @Nullable V old, Duration ttl, Supplier<CompletableFuture<V>> read) {
        CompletableFuture<V> reading;
        try {
            reading = read.get();
        } catch (RuntimeException e) {
            reading = CompletableFuture.failedFuture(e);
        }
        Instant startedAt = clock.instant();
        reading.whenComplete((value, failure) -> {
            if (failure == null) {
                V kept = old == null ? value : keepOld.apply(old, value);
                Instant expiresAt = startedAt.plus(ttl);
                done(key, entry, kept, expiresAt);
                entry.future.complete(new Kept<>(kept, expiresAt));
            } else {
                done(key, entry, old, clock.instant().plus(FAILURE_TTL));
                entry.future.completeExceptionally(failure);
            }
        });
    }

    private synchronized void done(FieldKey key, Entry<V> entry, @Nullable V value, Instant expiresAt) {
        entry.value = value;
        entry.expiresAt = expiresAt;
        if (entries.get(key) == entry && value != null) {
            entry.weight = weights.applyAsLong(value);
            weight += entry.weight;
            dropOldest();
        }
    }

    private void put(FieldKey key, Entry<V> entry) {
        Entry<V> old = entries.put(key, entry);
        weight -= old == null ? 0 : old.weight;
        entry.weight = 0;
        dropOldest();
    }

    /** What is being read stays, as does the newest. */
    private void dropOldest() {
        Iterator<Entry<V>> oldestFirst = entries.values().iterator();
        for (int left = entries.size(); (weight > maxWeight || left > MAX_ENTRIES) && left > 1; left--) {
            Entry<V> oldest = oldestFirst.next();
            if (oldest.isDone()) {
                oldestFirst.remove();
                weight -= oldest.weight;
            }
        }
    }

    /** Guarded by the cache, but for the future. */
    private static final class Entry<V> {

        private final CompletableFuture<Kept<V>> future = new CompletableFuture<>();
        private Instant refreshedAt;
        private Instant expiresAt = Instant.MAX;
        private @Nullable V value;
        private long weight;

        Entry(Instant refreshedAt) {
            this.refreshedAt = refreshedAt;
        }

        boolean isDone() {
            return future.isDone();
        }
    }
}
