package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.access.Credential;
import dev.mcpcodegen.runtime.access.CredentialUnavailableException;
import dev.mcpcodegen.runtime.access.Secret;
import dev.mcpcodegen.runtime.tool.NameValue;
import dev.mcpcodegen.runtime.tool.UpstreamRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts a credential on a request, over whatever the tool has set under the same name. Pure. */
final class CredentialWriter {

    // Shorter ones would blot out ordinary words.
    private static final int SHORTEST_REDACTED = 6;

    private CredentialWriter() {}

    /**
     * Returns the request with the credential.
     *
     * @throws CredentialUnavailableException if a header cannot carry the credential
     */
    static UpstreamRequest apply(UpstreamRequest request, Credential credential) {
        if (credential instanceof Credential.Basic basic) {
            return withHeader(request, "Authorization", "Basic " + userAndPassword(basic));
        }
        if (credential instanceof Credential.Bearer bearer) {
            return withHeader(
                    request, "Authorization", "Bearer " + bearer.token().reveal());
        }
        if (credential instanceof Credential.Header header) {
            return withHeader(request, header.name(), header.value().reveal());
        }
        if (credential instanceof Credential.Query query) {
            return withQuery(request, query);
        }
        if (credential instanceof Credential.All all) {
            UpstreamRequest authorised = request;
            for (Credential one : all.credentials()) {
                authorised = apply(authorised, one);
            }
            return authorised;
        }
        return request;
    }

    /** Returns the text without any secret of the credential: vendors like to repeat a key that they refuse. */
    static String redact(String text, Credential credential) {
        String redacted = text;
        for (String secret : secrets(credential)) {
            if (secret.length() >= SHORTEST_REDACTED) {
                redacted = redacted.replace(secret, "***");
            }
        }
        return redacted;
    }

    /** Returns the names of the query parameters that the credential occupies. */
    static Set<String> queryNames(Credential credential) {
        if (credential instanceof Credential.Query query) {
            return Set.of(query.name());
        }
        return credential instanceof Credential.All all
                ? all.credentials().stream()
                        .flatMap(one -> queryNames(one).stream())
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private static List<String> secrets(Credential credential) {
        if (credential instanceof Credential.Basic basic) {
            return List.of(basic.password().reveal(), userAndPassword(basic));
        }
        if (credential instanceof Credential.All all) {
            return all.credentials().stream()
                    .flatMap(one -> secrets(one).stream())
                    .toList();
        }
        if (credential instanceof Credential.Bearer bearer) {
            return List.of(bearer.token().reveal());
        }
        if (credential instanceof Credential.Header header) {
            return List.of(header.value().reveal());
        }
        return credential instanceof Credential.Query query
                ? List.of(query.value().reveal())
                : List.of();
    }

    private static String userAndPassword(Credential.Basic basic) {
        Secret pair = new Secret(basic.username() + ":" + basic.password().reveal());
        return Base64.getEncoder().encodeToString(pair.reveal().getBytes(StandardCharsets.UTF_8));
    }

    private static UpstreamRequest withHeader(UpstreamRequest request, String name, String value) {
        if (value.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new CredentialUnavailableException(
                    "The stored credential of this account holds characters that no HTTP header can carry; it has to be entered again.");
        }
        List<NameValue> headers = new ArrayList<>(request.headers());
        headers.removeIf(header -> header.name().equalsIgnoreCase(name));
        headers.add(new NameValue(name, value));
        return new UpstreamRequest(
                request.method(),
                request.path(),
                request.query(),
                List.copyOf(headers),
                request.cookies(),
                request.body());
    }

    private static UpstreamRequest withQuery(UpstreamRequest request, Credential.Query credential) {
        return request.withoutQuery(credential.name())
                .withQuery(credential.name(), credential.value().reveal());
    }
}
