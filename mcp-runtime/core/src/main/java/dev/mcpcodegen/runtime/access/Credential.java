package dev.mcpcodegen.runtime.access;

import dev.mcpcodegen.runtime.tool.LoginRecipe;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an account proves itself to its vendor. */
public sealed interface Credential {

    /** The vendor asks for nothing. */
    record None() implements Credential {}

    /** HTTP Basic (RFC 7617). */
    record Basic(String username, Secret password) implements Credential {}

    /** HTTP Bearer (RFC 6750). */
    record Bearer(Secret token) implements Credential {}

    /** An API key in a header. */
    record Header(String name, Secret value) implements Credential {}

    /** An API key in the query. */
    record Query(String name, Secret value) implements Credential {}

    /** An API key, or a session, in a cookie (RFC 6265). */
    record Cookie(String name, Secret value) implements Credential {}

    /**
     * What is exchanged for a token before the first call.
     *
     * @param recipe how; null for the integration's own way
     * @param values what the recipe asks for, by name. Where it holds what the vendor would answer, somebody has logged in already
     * @param person whose login this is; null for a login that a whole account shares. A person's is never repeated unasked
     */
    record Login(
            @Nullable LoginRecipe recipe,
            Map<String, Secret> values,
            @Nullable String person) implements Credential {}

    /**
     * An OAuth client that acts for itself (RFC 6749, section 4.4).
     *
     * @param tokenUrl where tokens are issued; null for where the vendor's document says
     * @param inBody whether id and secret go in the body (client_secret_post) instead of a header (client_secret_basic)
     * @param scope what is asked for; null for what the vendor gives
     * @param audience whose API is meant, where the vendor wants to know; else null
     */
    record ClientCredentials(
            @Nullable String tokenUrl,
            String clientId,
            Secret clientSecret,
            boolean inBody,
            @Nullable String scope,
            @Nullable String audience)
            implements Credential {}

    /** Several at once. */
    record All(List<Credential> credentials) implements Credential {}
}
