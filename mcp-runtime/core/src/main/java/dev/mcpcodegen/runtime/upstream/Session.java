package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.access.Credential;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor gave in exchange for a login, and until when it is good.
 *
 * @param credential what calls carry
 * @param staleAt from when it is to be renewed beside its use; null when its end is not known
 * @param expiresAt from when it is not used any more, a little before its end; null when that is not known
 */
record Session(
        Credential credential,
        @Nullable Instant staleAt,
        @Nullable Instant expiresAt) {

    private static final Duration MIN_STALE = Duration.ofSeconds(60);
    private static final Duration MAX_STALE = Duration.ofMinutes(10);
    private static final Duration MARGIN = Duration.ofSeconds(30);

    // A lifetime that nobody lives to see is as good as none; so is one that is over at once.
    private static final long MAX_SECONDS = 10L * 365 * 86_400;

    /**
     * Makes a session of a lifetime. It is stale for the last fifth of it, but for one minute to ten; both margins shrink with short
     * lifetimes.
     *
     * @param seconds its lifetime; null when it is not known
     * @param spread from 0.9 to 1.1, so that nodes do not renew at the same moment
     */
    static Session of(Credential credential, Instant now, @Nullable Long seconds, double spread) {
        if (seconds == null || seconds <= 0 || seconds > MAX_SECONDS) {
            return new Session(credential, null, null);
        }
        Duration lifetime = Duration.ofSeconds(seconds);
        Duration fifth = lifetime.dividedBy(5);
        Duration wanted = max(MIN_STALE, min(MAX_STALE, fifth));
        long staleMillis = Math.round(min(wanted, lifetime.dividedBy(2)).toMillis() * spread);
        Instant end = now.plus(lifetime);
        return new Session(credential, end.minusMillis(staleMillis), end.minus(min(MARGIN, lifetime.dividedBy(4))));
    }

    boolean isStale(Instant now) {
        return staleAt != null && !now.isBefore(staleAt);
    }

    boolean isExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    /** The same session without a time of being stale: for a vendor that gives the same end again whenever it is asked. */
    Session untilItsEnd() {
        return new Session(credential, expiresAt, expiresAt);
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
