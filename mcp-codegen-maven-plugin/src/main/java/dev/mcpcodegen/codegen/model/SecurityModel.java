package dev.mcpcodegen.codegen.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What proves a right to call (OpenAPI, Security Requirement Object).
 *
 * @param alternatives any of these will do; none at all when nothing is asked for
 */
public record SecurityModel(List<Requirement> alternatives) {

    /** Nothing is asked for. */
    public static final SecurityModel NONE = new SecurityModel(List.of());

    /** Schemes that are needed together; none when the call may also go without. */
    public record Requirement(List<Use> schemes) {}

    /** One scheme, with the scopes that are needed where it has any. */
    public record Use(String scheme, List<String> scopes) {}

    /**
     * A security scheme (OpenAPI, Security Scheme Object).
     *
     * @param name as requirements refer to it
     * @param kind what it is
     * @param in {@code header}, {@code query} or {@code cookie} for an API key, the authentication scheme such as {@code basic} for HTTP;
     *     else empty
     * @param parameter the name of the API key's header, query parameter or cookie; else empty
     * @param authorizationUrl where a person consents, for OAuth 2; null where there is none
     * @param tokenUrl where tokens are issued, for OAuth 2; the discovery document for OpenID Connect; null where there is none
     * @param scopes all there are, for OAuth 2
     */
    public record Scheme(
            String name,
            Kind kind,
            String in,
            String parameter,
            @Nullable String authorizationUrl,
            @Nullable String tokenUrl,
            List<String> scopes) {}

    /** Kinds of schemes. */
    public enum Kind {
        API_KEY,
        HTTP,
        OAUTH2,
        OPEN_ID_CONNECT,
        MUTUAL_TLS
    }
}
