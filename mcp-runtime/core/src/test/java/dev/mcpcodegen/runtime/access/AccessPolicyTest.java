package dev.mcpcodegen.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccessPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String DEAD =
            "The URL of this connector is unknown, expired or revoked. Ask the person who gave it to you for a new one, and replace it"
                    + " in the settings of your client.";
    private static final String WRONG =
            "The token in the Authorization header is unknown, expired or revoked. Ask the operator of this server for a new one.";

    @Test
    void letsTheHolderOfAGrantIn() {
        Grant grant = grant("a", NOW.plusSeconds(1));

        assertThat(decide(new Caller("token", null), known(grant))).isEqualTo(new AccessDecision.Granted(grant));
        assertThat(decide(new Caller(null, "token"), known(grant("b", null))))
                .isEqualTo(new AccessDecision.Granted(grant("b", null)));
    }

    @Test
    void refusesUnknownTokens() {
        assertThat(decide(new Caller("token", null), unknown())).isEqualTo(new AccessDecision.DeadToken(DEAD));
        assertThat(decide(new Caller(null, "token"), unknown())).isEqualTo(new AccessDecision.Unauthenticated(WRONG));
        assertThat(decide(new Caller("token", null))).isEqualTo(new AccessDecision.DeadToken(DEAD));
    }

    @Test
    void T_C13_answersExpiredLikeUnknown() {
        assertThat(decide(new Caller("token", null), known(grant("a", NOW))))
                .isEqualTo(new AccessDecision.DeadToken(DEAD));
        assertThat(decide(new Caller(null, "token"), known(grant("a", NOW.minusSeconds(1)))))
                .isEqualTo(new AccessDecision.Unauthenticated(WRONG));
    }

    @Test
    void T_C15_aGrantIsRenewedOnlyWhileItIsInForce() {
        AccessPolicy policy = new AccessPolicy(
                List.of(unknown(), renewing(grant("a", NOW.plusSeconds(1))), renewing(grant("b", NOW))),
                Clock.fixed(NOW, ZoneOffset.UTC));

        assertThat(policy.renew("t", "a").toCompletableFuture().join()).contains(grant("a", NOW.plusSeconds(1)));
        assertThat(policy.renew("t", "b").toCompletableFuture().join()).isEmpty();
        assertThat(policy.renew("t", "c").toCompletableFuture().join()).isEmpty();
    }

    private static GrantSource renewing(Grant grant) {
        return new GrantSource() {
            @Override
            public CompletionStage<Optional<Grant>> find(Caller caller) {
                return CompletableFuture.completedFuture(Optional.empty());
            }

            @Override
            public CompletionStage<Optional<Grant>> find(String tenant, String grantId) {
                return CompletableFuture.completedFuture(
                        Optional.of(grant).filter(known -> known.id().equals(grantId)));
            }
        };
    }

    @Test
    void asksForACredentialWhenThereIsNone() {
        assertThat(decide(new Caller(null, null), known(grant("a", null))))
                .isEqualTo(new AccessDecision.Unauthenticated(
                        "No credential was sent. Use the complete URL of the connector, or send"
                                + " \"Authorization: Bearer\" with your token."));
    }

    @Test
    void asksTheSourcesInOrderUntilOneKnows() {
        AtomicInteger asked = new AtomicInteger();
        GrantSource last = caller -> {
            asked.incrementAndGet();
            return CompletableFuture.completedFuture(Optional.of(grant("last", null)));
        };

        assertThat(decide(new Caller("token", null), unknown(), known(grant("first", null)), last))
                .isEqualTo(new AccessDecision.Granted(grant("first", null)));
        assertThat(asked).hasValue(0);
        assertThat(decide(new Caller("token", null), unknown(), last))
                .isEqualTo(new AccessDecision.Granted(grant("last", null)));
    }

    @Test
    void letsNobodyInWhenASourceFails() {
        GrantSource broken = caller -> CompletableFuture.failedFuture(new IllegalStateException("database gone"));

        assertThat(policy(broken, known(grant("a", null)))
                        .decide(new Caller("token", null))
                        .toCompletableFuture())
                .isCompletedExceptionally();
    }

    private static AccessDecision decide(Caller caller, GrantSource... sources) {
        return policy(sources).decide(caller).toCompletableFuture().join();
    }

    private static AccessPolicy policy(GrantSource... sources) {
        return new AccessPolicy(List.of(sources), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static GrantSource known(Grant grant) {
        return caller -> CompletableFuture.completedFuture(Optional.of(grant));
    }

    private static GrantSource unknown() {
        return caller -> CompletableFuture.completedFuture(Optional.empty());
    }

    private static Grant grant(String id, @Nullable Instant expiresAt) {
        Account account = new Account("acme", "acme-affinity", "affinity", null, false);
        return new Grant(id, account, new Subject.Server(id), Capability.ALL, expiresAt);
    }
}
