package dev.mcpcodegen.runtime.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.runtime.access.Account;
import dev.mcpcodegen.runtime.access.Credential;
import dev.mcpcodegen.runtime.access.Secret;
import dev.mcpcodegen.runtime.tool.ToolError;
import dev.mcpcodegen.runtime.tool.ToolError.Kind;
import dev.mcpcodegen.runtime.upstream.Sessions.Owner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tokens over time. */
@NullUnmarked
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@SuppressWarnings("FutureReturnValueIgnored") // Who waits is told by the futures of the exchanges.
class SessionsTest {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final Owner OWNER =
            new Owner(new Account("t", "a", "crm", null, false), new Credential.Bearer(new Secret("login")));
    private static final TokenExchange SHARED = new Exchange(true);
    private static final TokenExchange PERSONAL = new Exchange(false);

    private Instant now = START;
    private final List<CompletableFuture<Session>> exchanges = new ArrayList<>();
    private final Sessions sessions = new Sessions(
            new Clock() {
                @Override
                public Instant instant() {
                    return now;
                }

                @Override
                public ZoneOffset getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }
            },
            exchange -> {
                CompletableFuture<Session> exchanged = new CompletableFuture<>();
                exchanges.add(exchanged);
                return exchanged;
            });

    private record Exchange(boolean isRepeatable) implements TokenExchange {

        @Override
        public WireRequest request(Instant at) {
            throw new AssertionError("not sent here");
        }

        @Override
        public Session read(VendorAnswer answer) {
            throw new AssertionError("not read here");
        }

        @Override
        public UpstreamFailure explain(Throwable failure) {
            throw new AssertionError(failure);
        }

        @Override
        public UpstreamFailure ended() {
            return failure(Kind.UNAUTHORIZED, null);
        }
    }

    private static UpstreamFailure failure(Kind kind, Long retryAfter) {
        return new UpstreamFailure(new ToolError(kind, "upstream", null, retryAfter, null, null), kind.wireName());
    }

    private Session token(String name, Long seconds) {
        return Session.of(new Credential.Bearer(new Secret(name)), now, seconds, 1);
    }

    private CompletableFuture<Session> ask(TokenExchange exchange) {
        CompletionStage<Session> session = sessions.session(OWNER, exchange);
        return session.toCompletableFuture();
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    @Test
    void isFreshThenStaleThenExpired() {
        Session hour = token("a", 3_600L);
        assertThat(hour.staleAt()).isEqualTo(START.plusSeconds(3_000));
        assertThat(hour.expiresAt()).isEqualTo(START.plusSeconds(3_570));
        assertThat(token("a", 900L).staleAt()).isEqualTo(START.plusSeconds(720));
        assertThat(token("a", 86_400L).staleAt()).isEqualTo(START.plusSeconds(86_400 - 600));
        Session minute = token("a", 60L);
        assertThat(minute.staleAt()).isEqualTo(START.plusSeconds(30));
        assertThat(minute.expiresAt()).isEqualTo(START.plusSeconds(45));
        assertThat(token("a", null).expiresAt()).isNull();
        assertThat(Session.of(hour.credential(), START, 3_600L, 1.1).staleAt()).isEqualTo(START.plusSeconds(2_940));
    }

    @Test
    void renewsAStaleTokenOnceBesideItsUse() {
        CompletableFuture<Session> first = ask(SHARED);
        exchanges.get(0).complete(token("a", 3_600L));
        assertThat(first.join().credential().toString()).isNotEmpty();
        pass(Duration.ofSeconds(3_100));
        Session stale = ask(SHARED).join();
        assertThat(stale).isEqualTo(first.join());
        assertThat(ask(SHARED).join()).isEqualTo(stale);
        assertThat(exchanges).hasSize(2);
        Session next = token("b", 3_600L);
        exchanges.get(1).complete(next);
        assertThat(ask(SHARED).join()).isEqualTo(next);
        assertThat(exchanges).hasSize(2);
    }

    @Test
    void waitsForAnotherOneWhenATokenIsOver() {
        ask(SHARED);
        exchanges.get(0).complete(token("a", 3_600L));
        pass(Duration.ofSeconds(3_571));
        CompletableFuture<Session> waiting = ask(SHARED);
        assertThat(waiting).isNotDone();
        exchanges.get(1).complete(token("b", 3_600L));
        assertThat(waiting).isCompleted();
    }

    @Test
    void keepsAStaleTokenWhileItsRenewalFailsAndTriesNoMoreThanEveryFewSeconds() {
        ask(SHARED);
        Session session = token("a", 3_600L);
        exchanges.get(0).complete(session);
        pass(Duration.ofSeconds(3_100));
        for (int second = 0; second < 60; second++) {
            assertThat(ask(SHARED).join()).isEqualTo(session);
            CompletableFuture<Session> last = exchanges.get(exchanges.size() - 1);
            if (!last.isDone()) {
                last.completeExceptionally(failure(Kind.UNAVAILABLE, null));
            }
            pass(Duration.ofSeconds(1));
        }
        assertThat(exchanges).hasSizeBetween(2, 14);
    }

    @Test
    void doesNotLoopWhenTheVendorGivesTheSameEndAgain() {
        ask(SHARED);
        Session session = token("a", 3_600L);
        exchanges.get(0).complete(session);
        pass(Duration.ofSeconds(3_100));
        ask(SHARED);
        exchanges.get(1).complete(session);
        for (int second = 0; second < 400; second++) {
            assertThat(ask(SHARED)).isCompleted();
            pass(Duration.ofSeconds(1));
        }
        assertThat(exchanges).hasSize(2);
    }

    @Test
    void remembersAFailureForAsLongAsItsKindDeserves() {
        CompletableFuture<Session> first = ask(SHARED);
        exchanges.get(0).completeExceptionally(failure(Kind.UNAVAILABLE, null));
        assertThat(first).isCompletedExceptionally();
        assertThat(ask(SHARED)).isCompletedExceptionally();
        assertThat(exchanges).hasSize(1);
        pass(Duration.ofSeconds(5));
        ask(SHARED);
        exchanges.get(1).completeExceptionally(failure(Kind.UNAUTHORIZED, null));
        pass(Duration.ofSeconds(59));
        assertThat(ask(SHARED)).isCompletedExceptionally();
        pass(Duration.ofSeconds(1));
        ask(SHARED);
        exchanges.get(2).completeExceptionally(failure(Kind.RATE_LIMITED, 90L));
        pass(Duration.ofSeconds(89));
        assertThat(ask(SHARED)).isCompletedExceptionally();
        pass(Duration.ofSeconds(1));
        ask(SHARED);
        exchanges.get(3).completeExceptionally(failure(Kind.RATE_LIMITED, 1_000_000L));
        pass(Duration.ofMinutes(5));
        CompletableFuture<Session> healed = ask(SHARED);
        exchanges.get(4).complete(token("a", null));
        assertThat(healed).isCompleted();
        assertThat(exchanges).hasSize(5);
    }

    @Test
    void adoptsATokenThatAnotherCallHasRenewedAlready() {
        ask(SHARED);
        Session old = token("a", 3_600L);
        exchanges.get(0).complete(old);
        CompletableFuture<Session> one = sessions.renewed(OWNER, SHARED, old).toCompletableFuture();
        CompletableFuture<Session> two = sessions.renewed(OWNER, SHARED, old).toCompletableFuture();
        exchanges.get(1).complete(token("b", 3_600L));
        assertThat(one.join()).isEqualTo(two.join()).isNotEqualTo(old);
        assertThat(sessions.renewed(OWNER, SHARED, old)
                        .toCompletableFuture()
                        .join()
                        .credential())
                .isEqualTo(one.join().credential());
        assertThat(exchanges).hasSize(2);
        assertThat(sessions.renewed(OWNER, SHARED, one.join()).toCompletableFuture())
                .isNotDone();
    }

    @Test
    void asksNoOtherTokenForAWhileAfterANewOneWasRefusedToo() {
        assertThat(sessions.mayRenew(OWNER)).isTrue();
        sessions.renewedInVain(OWNER);
        assertThat(sessions.mayRenew(OWNER)).isFalse();
        pass(Duration.ofSeconds(60));
        assertThat(sessions.mayRenew(OWNER)).isTrue();
    }

    @Test
    void letsThePersonsSessionEndWithoutRenewingItBeforeOrAfter() {
        ask(PERSONAL);
        Session session = token("a", 3_600L);
        exchanges.get(0).complete(session);
        pass(Duration.ofSeconds(3_100));
        assertThat(ask(PERSONAL).join()).isEqualTo(session);
        pass(Duration.ofMinutes(10));
        assertThat(ask(PERSONAL)).isCompletedExceptionally();
        assertThat(exchanges).hasSize(1);
    }
}
