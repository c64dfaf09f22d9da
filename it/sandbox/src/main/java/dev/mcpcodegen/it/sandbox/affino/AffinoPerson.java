package dev.mcpcodegen.it.sandbox.affino;

/**
 * A person who can sign in, and what that person may do.
 *
 * @param code the {@code UserCode}
 * @param name the name that others see
 * @param email the address to sign in with
 * @param password the password to sign in with
 * @param accessToken a session that has begun already, a UUID
 * @param mayWrite whether the person may change anything
 * @param isAdministrator whether the person may appoint and dismiss moderators
 */
public record AffinoPerson(
        String code,
        String name,
        String email,
        String password,
        String accessToken,
        boolean mayWrite,
        boolean isAdministrator) {

    /** Writes articles and looks after deals; moderates nothing. */
    public static final AffinoPerson EDITOR = new AffinoPerson(
            "3001",
            "Nora Adeyemi",
            "nora@fieldpress.example",
            "nora-demo-password",
            "5f0c1c52-7a0e-4c55-9d0b-1f6d3f0f3001",
            true,
            false);

    /** Moderates the first forum of the seed. */
    public static final AffinoPerson MODERATOR = new AffinoPerson(
            "3002",
            "Tom Brandt",
            "tom@fieldpress.example",
            "tom-demo-password",
            "5f0c1c52-7a0e-4c55-9d0b-1f6d3f0f3002",
            true,
            false);

    /** May do everything. */
    public static final AffinoPerson ADMINISTRATOR = new AffinoPerson(
            "3003",
            "Ida Reyes",
            "ida@fieldpress.example",
            "ida-demo-password",
            "5f0c1c52-7a0e-4c55-9d0b-1f6d3f0f3003",
            true,
            true);

    /** May read only. */
    public static final AffinoPerson READER = new AffinoPerson(
            "3004",
            "Sam Osei",
            "sam@fieldpress.example",
            "sam-demo-password",
            "5f0c1c52-7a0e-4c55-9d0b-1f6d3f0f3004",
            false,
            false);

    /** Returns what the person logs in with, as a YAML flow mapping. */
    public String login() {
        return "{type: login, values: {email: %s, password: %s}}".formatted(email, password);
    }

    /** Returns an access token as the credential of a person who has logged in elsewhere, as a YAML flow mapping. */
    public static String session(String accessToken) {
        return "{type: login, values: {token: %s}}".formatted(accessToken);
    }
}
