package dev.mcpcodegen.it.acceptance;

import dev.mcpcodegen.it.sandbox.Sandbox;
import dev.mcpcodegen.it.sandbox.affino.AffinoPerson;
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
    AFFINO_ADMINISTRATOR(TestAccount.AFFINO, person("ida", AffinoPerson.ADMINISTRATOR.login())),
    /** All tools of Affino, for a person who writes. */
    AFFINO_EDITOR(TestAccount.AFFINO, person("nora", AffinoPerson.EDITOR.login())),
    /** All tools of Affino, for a person who moderates a forum. */
    AFFINO_MODERATOR(TestAccount.AFFINO, person("tom", AffinoPerson.MODERATOR.login())),
    /** All tools of Affino, for a person whose session has ended. */
    AFFINO_SIGNED_OUT(TestAccount.AFFINO, person("uma", AffinoPerson.session("00000000-0000-4000-8000-000000000000"))),
    /** All tools of Affino, for a person whose password is wrong. */
    AFFINO_STRANGER(
            TestAccount.AFFINO, person("zoe", "{type: login, values: {email: zoe@example.com, password: wrong}}")),
    /** All tools of Attio. */
    ATTIO(TestAccount.ATTIO, ""),
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

    private static String person(String id, String credential) {
        return "subject: {type: person, id: %s}, credential: %s".formatted(id, credential);
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
        return configuration(sandbox.url(), "");
    }

    /** The text of an {@code mcp.yaml} with the grants of one integration, for a WAR that has no other; all for an empty name. */
    static String configuration(Sandbox sandbox, String integration) {
        return configuration(sandbox.url(), integration);
    }

    /** The same for stand-ins that are reached at an origin, such as {@code http://127.0.0.1:49152}. */
    static String configuration(String origin, String integration) {
        String accounts = Arrays.stream(TestAccount.values())
                .filter(account -> isOf(account, integration))
                .map(account -> account.configuration(origin))
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
        String others = limits.isEmpty() ? "" : ", " + limits;
        return "  - {id: %s, account: %s, token: %s%s}%n".formatted(id(), account.id(), token(), others);
    }
}
