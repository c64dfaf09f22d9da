package dev.mcpcodegen.runtime.tool;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A way in which a vendor lets callers prove their right (OpenAPI 3.1, Security Scheme Object). Says how, never what the secret is. */
public sealed interface SecurityScheme {

    /** As {@link SecurityRequirement}s refer to it. */
    String name();

    /** A key in a header, a query parameter or a cookie. */
    record ApiKey(String name, In in, String parameter) implements SecurityScheme {}

    /** HTTP authentication; {@code scheme} is one of IANA's names in lower case, such as {@code basic} or {@code bearer}. */
    record Http(String name, String scheme) implements SecurityScheme {}

    /**
     * OAuth 2 (RFC 6749).
     *
     * @param authorizationUrl where a person consents; null for flows without one
     * @param tokenUrl where tokens are issued; null for flows without it
     * @param scopes all there are
     */
    record OAuth2(
            String name,
            @Nullable String authorizationUrl,
            @Nullable String tokenUrl,
            List<String> scopes) implements SecurityScheme {}

    /** OpenID Connect; {@code discoveryUrl} is null where the document does not say it. */
    record OpenIdConnect(String name, @Nullable String discoveryUrl) implements SecurityScheme {}

    /** A certificate of the caller's (RFC 8705). */
    record MutualTls(String name) implements SecurityScheme {}

    /** Where an API key goes. */
    enum In {
        HEADER,
        QUERY,
        COOKIE
    }

    static SecurityScheme apiKey(String name, In in, String parameter) {
        return new ApiKey(name, in, parameter);
    }

    static SecurityScheme http(String name, String scheme) {
        return new Http(name, scheme);
    }

    static SecurityScheme oauth2(
            String name, @Nullable String authorizationUrl, @Nullable String tokenUrl, String... scopes) {
        return new OAuth2(name, authorizationUrl, tokenUrl, List.of(scopes));
    }

    static SecurityScheme openIdConnect(String name, @Nullable String discoveryUrl) {
        return new OpenIdConnect(name, discoveryUrl);
    }

    static SecurityScheme mutualTls(String name) {
        return new MutualTls(name);
    }
}
