package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.access.Account;
import dev.mcpcodegen.runtime.access.Credential;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that accounts and persons hold, in memory. However many calls want one, it is asked for once; one that nears its end is
 * renewed beside its use; a failure is remembered for a short time, so that a wrong password is not tried with every call. Thread-safe.
 */
final class Sessions {

    private static final Duration FAILURE_MEMORY = Duration.ofSeconds(5);
    private static final Duration REFUSAL_MEMORY = Duration.ofSeconds(60);
    private static final Duration LONGEST_MEMORY = Duration.ofMinutes(5);

    private final Clock clock;
    private final Function<TokenExchange, CompletableFuture<Session>> exchanger;
    private final Map<Owner, Holder> holders = new ConcurrentHashMap<>();

    /** Obtains tokens by {@code exchanger}, whose futures fail with an {@link UpstreamFailure} and in bounded time. */
    Sessions(Clock clock, Function<TokenExchange, CompletableFuture<Session>> exchanger) {
        this.clock = clock;
        this.exchanger = exchanger;
    }

    /** Whose token it is. */
    record Owner(Account account, Credential credential) {

        @Override
        public String toString() {
            return account.tenant() + "/" + account.id();
        }
    }

    /** Returns a token that is good, waiting for a new one if need be. */
    CompletionStage<Session> session(Owner owner, TokenExchange exchange) {
        return holder(owner).get(exchange);
    }

    /** Returns a newer token than one that the vendor has refused. */
    CompletionStage<Session> renewed(Owner owner, TokenExchange exchange, Session refused) {
        return holder(owner).after(refused, exchange);
    }

    /** Whether it makes sense to ask for another token than one that was refused. */
    boolean mayRenew(Owner owner) {
        return holder(owner).mayRenew();
    }

    /** Remembers that a new token was refused as well: the vendor means something else by it. */
    void renewedInVain(Owner owner) {
        holder(owner).renewedInVain();
    }

    private Holder holder(Owner owner) {
        return holders.computeIfAbsent(owner, key -> new Holder());
    }

    /** The state of one owner; nothing in here waits. */
    private final class Holder {

        private @Nullable Session current;
        private @Nullable CompletableFuture<Session> running;
        private @Nullable Throwable failure;
        private Instant failedUntil = Instant.MIN;
        private Instant vainUntil = Instant.MIN;

        @SuppressWarnings("FutureReturnValueIgnored") // A renewal beside the use of a token is nobody's to wait for.
        synchronized CompletionStage<Session> get(TokenExchange exchange) {
            Instant now = clock.instant();
            Session session = current;
            if (session != null && !exchange.isRepeatable()) {
                return session.isExpired(now)
                        ? CompletableFuture.failedFuture(exchange.ended())
                        : CompletableFuture.completedFuture(session);
            }
            if (session == null || session.isExpired(now)) {
                return obtain(exchange, now);
            }
            if (session.isStale(now)) {
                obtain(exchange, now);
            }
            return CompletableFuture.completedFuture(session);
        }

        synchronized CompletionStage<Session> after(Session refused, TokenExchange exchange) {
            Session session = current;
            boolean isNewer = session != null && !session.credential().equals(refused.credential());
            return isNewer ? CompletableFuture.completedFuture(session) : obtain(exchange, clock.instant());
        }

        synchronized boolean mayRenew() {
            return !clock.instant().isBefore(vainUntil);
        }

        synchronized void renewedInVain() {
            vainUntil = clock.instant().plus(REFUSAL_MEMORY);
        }

        @SuppressWarnings("FutureReturnValueIgnored") // What comes of it is kept here and told to those who wait.
        private CompletionStage<Session> obtain(TokenExchange exchange, Instant now) {
            if (running != null) {
                return running.copy();
            }
            if (failure != null && now.isBefore(failedUntil)) {
                return CompletableFuture.failedFuture(failure);
            }
            CompletableFuture<Session> exchanged = new CompletableFuture<>();
            running = exchanged;
            exchanger.apply(exchange).whenComplete((session, failed) -> {
                ended(session, failed);
                if (failed == null) {
                    exchanged.complete(session);
                } else {
                    exchanged.completeExceptionally(failed);
                }
            });
            return exchanged.copy();
        }

        private synchronized void ended(@Nullable Session session, @Nullable Throwable failed) {
            running = null;
            failure = failed;
            if (session != null) {
                current = gains(session) ? session : session.untilItsEnd();
            } else {
                failedUntil = clock.instant().plus(memory(failed));
            }
        }

        /** Some vendors give the same token until it ends: to ask again and again for another one would be of no use. */
        private boolean gains(Session session) {
            Instant before = current == null ? null : current.expiresAt();
            return before == null
                    || session.expiresAt() == null
                    || session.expiresAt().isAfter(before);
        }
    }

    private static Duration memory(@Nullable Throwable failed) {
        Throwable cause = failed instanceof CompletionException ? failed.getCause() : failed;
        if (!(cause instanceof UpstreamFailure told)) {
            return FAILURE_MEMORY;
        }
        return switch (told.error().kind()) {
            case UNAUTHORIZED, FORBIDDEN, MISCONFIGURED, VALIDATION, BAD_RESPONSE -> REFUSAL_MEMORY;
            case RATE_LIMITED -> wait(told.error().retryAfterSeconds());
            default -> FAILURE_MEMORY;
        };
    }

    private static Duration wait(@Nullable Long retryAfterSeconds) {
        if (retryAfterSeconds == null) {
            return REFUSAL_MEMORY;
        }
        long seconds = Math.max(FAILURE_MEMORY.toSeconds(), Math.min(retryAfterSeconds, LONGEST_MEMORY.toSeconds()));
        return Duration.ofSeconds(seconds);
    }
}
