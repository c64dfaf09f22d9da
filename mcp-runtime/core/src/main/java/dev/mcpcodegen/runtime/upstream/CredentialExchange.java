package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.access.Credential;
import dev.mcpcodegen.runtime.upstream.Presented.Token;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;

/** Makes of an account's credential one that a call can carry: where it is a login or a client's id and secret, by a token. Thread-safe. */
final class CredentialExchange {

    // However long the calls that wait for it may take: a lock at the vendor's would otherwise hold all of them.
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final HttpTransport transport;
    private final Sessions sessions;

    CredentialExchange(HttpTransport transport) {
        this.transport = transport;
        this.sessions = new Sessions(Clock.systemUTC(), this::exchange);
    }

    /** Returns the credential as it is sent. Fails with {@link UpstreamFailure} when no token can be had. */
    CompletionStage<Presented> present(UpstreamCall call, Credential credential) {
        if (credential instanceof Credential.All all) {
            CompletionStage<List<Presented>> parts = CompletableFuture.completedFuture(List.of());
            for (Credential one : all.credentials()) {
                parts = parts.thenCompose(before -> present(call, one).thenApply(part -> with(before, part)));
            }
            return parts.thenApply(CredentialExchange::together);
        }
        if (credential instanceof Credential.Login login) {
            LoginExchange exchange =
                    LoginExchange.of(call.integration(), call.grant().account(), login);
            return exchange.isOver()
                    ? CompletableFuture.completedFuture(Presented.of(exchange.presented()))
                    : token(new Sessions.Owner(call.grant().account(), login), exchange);
        }
        if (credential instanceof Credential.ClientCredentials client) {
            return token(
                    new Sessions.Owner(call.grant().account(), client),
                    new ClientCredentialsExchange(
                            call.integration(), call.grant().account(), client));
        }
        return CompletableFuture.completedFuture(Presented.of(credential));
    }

    /** Whether another token can be had than the refused one, without asking anybody. */
    boolean mayRenew(Presented refused) {
        return refused.tokens().stream()
                .anyMatch(token -> token.exchange().isRepeatable() && sessions.mayRenew(token.owner()));
    }

    /** Returns what to send instead of what the vendor has refused. */
    CompletionStage<Presented> renew(UpstreamCall call, Credential credential, Presented refused) {
        CompletionStage<?> renewed = CompletableFuture.completedFuture(null);
        for (Token token : refused.tokens()) {
            if (token.exchange().isRepeatable()) {
                renewed =
                        renewed.thenCompose(done -> sessions.renewed(token.owner(), token.exchange(), token.session()));
            }
        }
        return renewed.thenCompose(done -> present(call, credential));
    }

    /** Remembers that the vendor has refused a token at once that it had just given. */
    void renewedInVain(Presented refused) {
        refused.tokens().forEach(token -> sessions.renewedInVain(token.owner()));
    }

    private CompletionStage<Presented> token(Sessions.Owner owner, TokenExchange exchange) {
        return sessions.session(owner, exchange)
                .thenApply(
                        session -> new Presented(session.credential(), List.of(new Token(owner, exchange, session))));
    }

    private CompletableFuture<Session> exchange(TokenExchange exchange) {
        CompletableFuture<VendorAnswer> answered = new CompletableFuture<>();
        CompletableFuture<Session> session = answered.thenApply(exchange::read);
        try {
            Instant now = Instant.now();
            WireRequest request = exchange.request(now);
            transport.at(now.plus(TIMEOUT), answered, () -> answered.completeExceptionally(new TimeoutException()));
            pipe(transport.send(request, answered), answered);
        } catch (UpstreamFailure failure) {
            answered.completeExceptionally(failure);
        }
        return session.exceptionallyCompose(failure -> CompletableFuture.failedFuture(exchange.explain(failure)))
                .toCompletableFuture();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // It completes the other.
    private static void pipe(CompletableFuture<VendorAnswer> from, CompletableFuture<VendorAnswer> to) {
        from.whenComplete((answer, failure) -> {
            if (failure == null) {
                to.complete(answer);
            } else {
                to.completeExceptionally(failure);
            }
        });
    }

    private static List<Presented> with(List<Presented> before, Presented part) {
        List<Presented> all = new ArrayList<>(before);
        all.add(part);
        return all;
    }

    private static Presented together(List<Presented> parts) {
        return new Presented(
                new Credential.All(parts.stream().map(Presented::credential).toList()),
                parts.stream().flatMap(part -> part.tokens().stream()).toList());
    }
}
