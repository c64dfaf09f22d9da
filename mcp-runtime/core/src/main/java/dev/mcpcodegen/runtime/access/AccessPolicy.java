package dev.mcpcodegen.runtime.access;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Decides who may come in. Whether a credential is unknown, expired or revoked is not told apart, so that guessing teaches nothing.
 */
public final class AccessPolicy {

    private static final AccessDecision DEAD_URL = new AccessDecision.DeadToken(
            "The URL of this connector is unknown, expired or revoked. Ask the person who gave it to you for a new one, and replace it"
                    + " in the settings of your client.");

    private static final AccessDecision WRONG_HEADER = new AccessDecision.Unauthenticated(
            "The token in the Authorization header is unknown, expired or revoked. Ask the operator of this server for a new one.");

    private static final AccessDecision NO_CREDENTIAL = new AccessDecision.Unauthenticated(
            "No credential was sent. Use the complete URL of the connector, or send \"Authorization: Bearer\" with your token.");

    private final List<GrantSource> sources;
    private final Clock clock;

    /** Asks the sources in their order; the first that knows the caller decides. */
    public AccessPolicy(List<GrantSource> sources, Clock clock) {
        this.sources = List.copyOf(sources);
        this.clock = clock;
    }

    /** Finds the caller's grant and checks that it is in force. Fails when a source fails: then nobody comes in. */
    public CompletionStage<AccessDecision> decide(Caller caller) {
        if (caller.urlToken() == null && caller.bearer() == null) {
            return CompletableFuture.completedFuture(NO_CREDENTIAL);
        }
        AccessDecision refusal = caller.urlToken() == null ? WRONG_HEADER : DEAD_URL;
        return find(caller)
                .thenApply(found -> found.filter(this::isInForce)
                        .<AccessDecision>map(AccessDecision.Granted::new)
                        .orElse(refusal));
    }

    /** Returns a grant that was handed something before, if it is still in force. Fails when a source fails. */
    public CompletionStage<Optional<Grant>> renew(String tenant, String grantId) {
        return find(source -> source.find(tenant, grantId), 0).thenApply(found -> found.filter(this::isInForce));
    }

    private CompletionStage<Optional<Grant>> find(Caller caller) {
        return find(source -> source.find(caller), 0);
    }

    private CompletionStage<Optional<Grant>> find(
            Function<GrantSource, CompletionStage<Optional<Grant>>> question, int from) {
        if (from == sources.size()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return question.apply(sources.get(from))
                .thenCompose(found ->
                        found.isPresent() ? CompletableFuture.completedFuture(found) : find(question, from + 1));
    }

    private boolean isInForce(Grant grant) {
        return grant.expiresAt() == null || clock.instant().isBefore(grant.expiresAt());
    }
}
