package dev.mcpcodegen.runtime.fields;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.runtime.fields.FieldCache.Kept;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class FieldCacheTest {

    private static final Duration TTL = Duration.ofMinutes(5);

    private final MovableClock clock = new MovableClock();
    private final FieldCache<String> cache =
            new FieldCache<>(clock, 10, String::length, (old, now) -> old.equals(now) ? old : now);
    private final AtomicInteger reads = new AtomicInteger();

    private static FieldKey key(String set) {
        return new FieldKey("tenant", "account", "", set, Map.of(), FieldKey.Part.FIELDS);
    }

    private Supplier<CompletableFuture<String>> reads(String value) {
        return () -> {
            reads.incrementAndGet();
            return CompletableFuture.completedFuture(value);
        };
    }

    private String get(String set, String value) {
        return cache.get(key(set), TTL, reads(value)).join().value();
    }

    @Test
    void whoAsksWhileItIsBeingReadWaitsForTheSame() {
        CompletableFuture<String> reading = new CompletableFuture<>();
        CompletableFuture<Kept<String>> first = cache.get(key("a"), TTL, () -> reading);
        CompletableFuture<Kept<String>> second = cache.get(key("a"), TTL, reads("other"));
        reading.complete("value");

        assertThat(second.join().value()).isEqualTo("value");
        assertThat(first.join().expiresAt()).isEqualTo(clock.instant().plus(TTL));
        assertThat(reads).hasValue(0);
    }

    @Test
    void theOldestGoWhenItGetsTooHeavyButNothingThatIsBeingRead() {
        CompletableFuture<String> reading = new CompletableFuture<>();
        CompletableFuture<Kept<String>> slow = cache.get(key("slow"), TTL, () -> reading);
        get("a", "12345678");
        get("b", "12345678");
        get("b", "again");
        assertThat(get("a", "read again")).isEqualTo("read again");

        assertThat(cache.get(key("slow"), TTL, reads("other"))).isSameAs(slow);
    }

    @Test
    void aFailureIsKeptForTenSeconds() {
        assertThat(cache.get(
                        key("a"), TTL, () -> CompletableFuture.failedFuture(new FieldsUnavailableException("down"))))
                .isCompletedExceptionally();
        assertThat(cache.get(key("a"), TTL, reads("up"))).isCompletedExceptionally();
        clock.advance(Duration.ofSeconds(10));

        assertThat(get("a", "up")).isEqualTo("up");
    }

    @Test
    void readingThatThrowsIsAFailureToo() {
        assertThat(cache.get(key("a"), TTL, () -> {
                    throw new IllegalStateException("no");
                }))
                .isCompletedExceptionally();
    }

    @Test
    void whatIsTheSameStaysTheSameObject() {
        String first = get("a", new String("value"));
        clock.advance(TTL);

        assertThat(get("a", new String("value"))).isSameAs(first);
        assertThat(reads).hasValue(2);
    }

    @Test
    void whatIsExpiredTwiceInTenSecondsIsReadOnce() {
        get("a", "1");
        assertThat(cache.expire(key("a"))).isTrue();
        assertThat(get("a", "2")).isEqualTo("2");
        assertThat(cache.expire(key("a"))).isFalse();
        assertThat(get("a", "3")).isEqualTo("2");

        clock.advance(Duration.ofSeconds(10));
        assertThat(cache.expire(key("a"))).isTrue();
        assertThat(get("a", "4")).isEqualTo("4");
    }
}
