package dev.mcpcodegen.it.acceptance;

import dev.mcpcodegen.it.sandbox.affinity.AffinitySandbox;
import java.util.Locale;

/** The grants of every deployment: each lets its bearer do something else. */
enum TestGrant {
    /** All tools, with a good key. */
    FULL("affinity", ""),
    /** Tools that only read. */
    READ_ONLY("affinity", "methods: [read]"),
    /** Tools of the tag {@code config}. */
    CONFIG_ONLY("affinity", "tags: [config]"),
    /** All tools, for who presents the token in a header. */
    HEADER("affinity", "present: header"),
    /** All tools, until a moment in the past. */
    EXPIRED("affinity", "expiresAt: 2020-01-01T00:00:00Z"),
    /** All tools, with a key that the vendor refuses. */
    WRONG_KEY("affinity-revoked", "");

    private final String account;
    private final String limits;

    TestGrant(String account, String limits) {
        this.account = account;
        this.limits = limits;
    }

    /** The secret that stands for the grant. */
    String token() {
        return "token-of-the-grant-" + id();
    }

    private String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The text of an {@code mcp.yaml} with all grants. */
    static String configuration(String affinityUrl) {
        StringBuilder yaml = new StringBuilder("accounts:\n");
        yaml.append(account("affinity", affinityUrl, AffinitySandbox.API_KEY));
        yaml.append(account("affinity-revoked", affinityUrl, "affinity-revoked-key"));
        yaml.append("grants:\n");
        for (TestGrant grant : values()) {
            String limits = grant.limits.isEmpty() ? "" : ", " + grant.limits;
            yaml.append("  - {id: %s, account: %s, token: %s%s}%n"
                    .formatted(grant.id(), grant.account, grant.token(), limits));
        }
        return yaml.toString();
    }

    private static String account(String id, String baseUrl, String key) {
        return """
                  %s:
                    tenant: acceptance
                    integration: affinity
                    baseUrl: %s
                    allowPrivateAddress: true
                    credential: {type: basic, username: "", password: %s}
                """.formatted(id, baseUrl, key);
    }
}
