package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.access.Account;
import dev.mcpcodegen.runtime.access.Credential;
import dev.mcpcodegen.runtime.access.Secret;
import dev.mcpcodegen.runtime.access.TokenUrls;
import dev.mcpcodegen.runtime.tool.Integration;
import dev.mcpcodegen.runtime.tool.NameValue;
import dev.mcpcodegen.runtime.tool.QueryParameter;
import dev.mcpcodegen.runtime.tool.RequestBody;
import dev.mcpcodegen.runtime.tool.ToolError;
import dev.mcpcodegen.runtime.tool.ToolError.Kind;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A token for a client that acts for itself (RFC 6749, section 4.4). Pure. */
final class ClientCredentialsExchange implements TokenExchange {

    private static final int MAX_ANSWER_BYTES = 256 * 1024;

    /** Errors of RFC 6749, section 5.2, that no repetition cures; the operator has to. */
    private static final Set<String> MISCONFIGURED = Set.of(
            "invalid_client",
            "unauthorized_client",
            "unsupported_grant_type",
            "invalid_scope",
            "invalid_request",
            "invalid_target");

    private final Integration integration;
    private final Account account;
    private final Credential.ClientCredentials client;

    ClientCredentialsExchange(Integration integration, Account account, Credential.ClientCredentials client) {
        this.integration = integration;
        this.account = account;
        this.client = client;
    }

    @Override
    public WireRequest request(Instant now) {
        List<QueryParameter> form = new ArrayList<>();
        List<NameValue> headers = new ArrayList<>();
        form.add(field("grant_type", "client_credentials"));
        add(form, "scope", client.scope());
        add(form, "audience", client.audience());
        if (client.inBody()) {
            add(form, "client_id", client.clientId());
            add(form, "client_secret", client.clientSecret().reveal());
        } else {
            headers.add(new NameValue("Authorization", "Basic " + basic()));
        }
        headers.add(new NameValue("Accept", "application/json"));
        return new WireRequest(
                "POST",
                tokenUrl(),
                List.copyOf(headers),
                BodyWriter.write(new RequestBody.Form(form)),
                account.allowPrivateAddress(),
                MAX_ANSWER_BYTES);
    }

    private URI tokenUrl() {
        String url = client.tokenUrl() != null
                ? client.tokenUrl()
                : TokenUrls.of(integration).orElse(null);
        URI uri = url == null ? null : TargetUrl.absolute(integration, account, url);
        if (uri == null) {
            throw LoginFailures.misconfigured(integration, "nothing says where its tokens are issued");
        }
        return uri;
    }

    /** Encoded as forms are before they are joined (RFC 6749, section 2.3.1). */
    private String basic() {
        String pair =
                encoded(client.clientId()) + ":" + encoded(client.clientSecret().reveal());
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public Session read(VendorAnswer answer) {
        JsonNode parsed = ResponseReader.tryJson(answer);
        JsonNode json = parsed == null ? MissingNode.getInstance() : parsed;
        // Some answer 200 where the standard has 400.
        String error = text(json.path("error"));
        if (error != null && MISCONFIGURED.contains(error) && answer.status() < 500) {
            throw misconfigured(answer, error, text(json.path("error_description")));
        }
        if (!answer.isSuccess()) {
            throw LoginFailures.refused(integration, answer, this::redact);
        }
        String token = error != null ? null : text(json.path("access_token"));
        if (token == null) {
            throw LoginFailures.withoutToken(integration, answer.status(), "an access token");
        }
        String type = text(json.path("token_type"));
        if (type != null && !type.equalsIgnoreCase("bearer")) {
            // RFC 6749, section 7.1: a token of a type that one does not understand must not be used.
            throw LoginFailures.withoutToken(integration, answer.status(), "a token of the type bearer");
        }
        return Session.of(
                new Credential.Bearer(new Secret(token)),
                answer.receivedAt(),
                LoginAnswer.seconds(json.path("expires_in")),
                ThreadLocalRandom.current().nextDouble(0.9, 1.1));
    }

    private UpstreamFailure misconfigured(VendorAnswer answer, String error, @Nullable String description) {
        String words = description == null ? "" : ": " + CleanText.of(redact(description), 1_000);
        return new UpstreamFailure(
                new ToolError(Kind.MISCONFIGURED, "upstream", answer.status(), null, error, null),
                integration.displayName() + " gives this server's client no token (" + error + ")" + words
                        + ". Do not repeat the call; the operator of this server has to correct client, secret or scope."
                        + " The call itself was not sent.");
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public UpstreamFailure explain(Throwable failure) {
        return LoginFailures.explain(integration, failure);
    }

    @Override
    public UpstreamFailure ended() {
        return LoginFailures.ended(integration);
    }

    private String redact(String text) {
        return CredentialWriter.redact(text, List.of(client.clientSecret().reveal(), basic()));
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() && !node.asString().isBlank() ? node.asString() : null;
    }

    private static void add(List<QueryParameter> form, String name, @Nullable String value) {
        if (value != null) {
            form.add(field(name, value));
        }
    }

    private static QueryParameter field(String name, String value) {
        return new QueryParameter(name, encoded(value));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
