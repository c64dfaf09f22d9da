package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.access.Credential;
import dev.mcpcodegen.runtime.access.CredentialUnavailableException;
import dev.mcpcodegen.runtime.access.Secret;
import dev.mcpcodegen.runtime.tool.NameValue;
import dev.mcpcodegen.runtime.tool.UpstreamRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts a credential on a request, over whatever the tool has set under the same name. Pure. */
final class CredentialWriter {

    // Shorter ones would blot out ordinary words.
    static final int SHORTEST_REDACTED = 6;

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
        if (credential instanceof Credential.Cookie cookie) {
            return withCookie(request, cookie);
        }
        if (credential instanceof Credential.All all) {
            UpstreamRequest authorised = request;
            for (Credential one : all.credentials()) {
                authorised = apply(authorised, one);
            }
            return authorised;
        }
        if (credential instanceof Credential.None) {
            return request;
        }
        throw new IllegalArgumentException("A login has to be exchanged for a token before it can be sent");
    }

    /** Returns the text without any secret of the credential: vendors like to repeat a key that they refuse. */
    static String redact(String text, Credential credential) {
        return redact(text, secrets(credential));
    }

    /** Returns the text without any of the secrets; the longest first, because one may hold another. */
    static String redact(String text, Collection<String> secrets) {
        String redacted = text;
        List<String> longestFirst = secrets.stream()
                .filter(secret -> secret.length() >= SHORTEST_REDACTED)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        for (String secret : longestFirst) {
            redacted = redacted.replace(secret, "***");
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
            String value = header.value().reveal();
            // Of "Bearer abc", a vendor repeats the latter.
            return List.of(value, value.substring(value.lastIndexOf(' ') + 1));
        }
        if (credential instanceof Credential.Cookie cookie) {
            return List.of(cookie.value().reveal());
        }
        if (credential instanceof Credential.Query query) {
            return List.of(query.value().reveal());
        }
        if (credential instanceof Credential.Login login) {
            return login.values().values().stream().map(Secret::reveal).toList();
        }
        if (credential instanceof Credential.ClientCredentials client) {
            return List.of(client.clientSecret().reveal());
        }
        return List.of();
    }

    private static String userAndPassword(Credential.Basic basic) {
        Secret pair = new Secret(basic.username() + ":" + basic.password().reveal());
        return Base64.getEncoder().encodeToString(pair.reveal().getBytes(StandardCharsets.UTF_8));
    }

    private static UpstreamRequest withHeader(UpstreamRequest request, String name, String value) {
        if (value.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw unusable();
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

    /** Adds to the cookies of the tool, which are a header by now. */
    private static UpstreamRequest withCookie(UpstreamRequest request, Credential.Cookie cookie) {
        String pair = cookie.name() + "=" + cookie.value().reveal();
        String others = request.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase("cookie"))
                .flatMap(header -> Arrays.stream(header.value().split("; ")))
                .filter(other -> !other.startsWith(cookie.name() + "="))
                .collect(Collectors.joining("; "));
        if (cookie.value().reveal().indexOf(';') >= 0) {
            throw unusable();
        }
        return withHeader(request, "Cookie", others.isEmpty() ? pair : others + "; " + pair);
    }

    private static CredentialUnavailableException unusable() {
        return new CredentialUnavailableException(
                "The stored credential of this account holds characters that no HTTP header can carry; it has to be entered again.");
    }

    private static UpstreamRequest withQuery(UpstreamRequest request, Credential.Query credential) {
        return request.withoutQuery(credential.name())
                .withQuery(credential.name(), credential.value().reveal());
    }
}
