package dev.mcpcodegen.it.acceptance;

import dev.mcpcodegen.it.sandbox.Sandbox;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The grants of every deployment: each lets its bearer do something else, the first of an integration everything. */
enum TestGrant {
    /** All tools of Affinity, with a good key. */
    FULL(TestAccount.AFFINITY, ""),
    /** Tools of Affinity that only read. */
    READ_ONLY(TestAccount.AFFINITY, "methods: [read]"),
    /** Tools of Affinity with the tag {@code config}. */
    CONFIG_ONLY(TestAccount.AFFINITY, "tags: [config]"),
    /** All tools of Affinity, for who presents the token in a header. */
    HEADER(TestAccount.AFFINITY, "present: header"),
    /** All tools of Affinity, until a moment in the past. */
    EXPIRED(TestAccount.AFFINITY, "expiresAt: 2020-01-01T00:00:00Z"),
    /** All tools of Affinity, with a key that the vendor refuses. */
    WRONG_KEY(TestAccount.AFFINITY_REVOKED, ""),
    /** All tools of Affino, for a person who may do everything. */
    AFFINO_ADMINISTRATOR(TestAccount.AFFINO_ADMINISTRATOR, "subject: {type: person, id: ida}"),
    /** All tools of Affino, for a person who writes. */
    AFFINO_EDITOR(TestAccount.AFFINO_EDITOR, "subject: {type: person, id: nora}"),
    /** All tools of Affino, for a person who moderates a forum. */
    AFFINO_MODERATOR(TestAccount.AFFINO_MODERATOR, "subject: {type: person, id: tom}"),
    /** All tools of Affino, for a person whose session has ended. */
    AFFINO_SIGNED_OUT(TestAccount.AFFINO_SIGNED_OUT, "subject: {type: person, id: uma}"),
    /** All tools of Attio. */
    ATTIO(TestAccount.ATTIO, ""),
    /** All tools of Attio, in an account whose fields change. */
    ATTIO_CHANGED(TestAccount.ATTIO_CHANGED, ""),
    /** All tools of Octapipe. */
    OCTAPIPE(TestAccount.OCTAPIPE, ""),
    /** All tools of Octapipe, with a login. */
    OCTAPIPE_LOGIN(TestAccount.OCTAPIPE_LOGIN, "");

    private final TestAccount account;
    private final String limits;

    TestGrant(TestAccount account, String limits) {
        this.account = account;
        this.limits = limits;
    }

    /** The grant that lets its bearer do everything with an integration. */
    static TestGrant everything(String integration) {
        return Arrays.stream(values())
                .filter(grant -> grant.account.integration().equals(integration))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No grant for the tools of " + integration));
    }

    /** The account whose tools it lets call. */
    TestAccount account() {
        return account;
    }

    /** The secret that stands for the grant. */
    String token() {
        return "token-of-the-grant-" + id();
    }

    private String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The text of an {@code mcp.yaml} with all grants. */
    static String configuration(Sandbox sandbox) {
        return configuration(sandbox, "");
    }

    /** The text of an {@code mcp.yaml} with the grants of one integration, for a WAR that has no other; all for an empty name. */
    static String configuration(Sandbox sandbox, String integration) {
        String accounts = Arrays.stream(TestAccount.values())
                .filter(account -> isOf(account, integration))
                .map(account -> account.configuration(sandbox))
                .collect(Collectors.joining());
        String grants = Arrays.stream(values())
                .filter(grant -> isOf(grant.account, integration))
                .map(TestGrant::configuration)
                .collect(Collectors.joining());
        return "accounts:\n" + accounts + "grants:\n" + grants;
    }

    private static boolean isOf(TestAccount account, String integration) {
        return integration.isEmpty() || account.integration().equals(integration);
    }

    private String configuration() {
        // A person is known to the vendor by a credential of their own.
        String person = limits.contains("type: person") ? ", credential: " + account.credential() : "";
        String others = limits.isEmpty() ? "" : ", " + limits + person;
        return "  - {id: %s, account: %s, token: %s%s}%n".formatted(id(), account.id(), token(), others);
    }
}
