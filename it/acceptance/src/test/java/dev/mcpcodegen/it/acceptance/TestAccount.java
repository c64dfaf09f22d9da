package dev.mcpcodegen.it.acceptance;

import dev.mcpcodegen.it.sandbox.affinity.AffinitySandbox;
import dev.mcpcodegen.it.sandbox.affino.AffinoSandbox;
import dev.mcpcodegen.it.sandbox.attio.AttioSandbox;
import dev.mcpcodegen.it.sandbox.octapipe.OctapipeSandbox;
import java.util.Locale;

/** The accounts of every deployment, at the stand-ins of their vendors. */
enum TestAccount {
    AFFINITY("affinity", "", affinityKey(AffinitySandbox.API_KEY)),
    /** With a key that the vendor refuses. */
    AFFINITY_REVOKED("affinity", "", affinityKey("affinity-revoked-key")),
    /** With what everybody shares; who acts says the grant. */
    AFFINO("affino", AffinoSandbox.BASE_PATH, AffinoSandbox.profile()),
    ATTIO("attio", "", "{type: bearer, token: " + AttioSandbox.ACCESS_TOKEN + "}"),
    /** With a token that never ends, so that a test sees nothing but its own calls. */
    OCTAPIPE("octapipe", "", "{type: bearer, token: " + OctapipeSandbox.TOKEN + "}"),
    /** As a customer has it: with a user's password. */
    OCTAPIPE_LOGIN("octapipe", "", OctapipeSandbox.credential());

    private final String integration;
    private final String basePath;
    private final String credential;

    /**
     * Makes an account.
     *
     * @param integration the vendor
     * @param basePath the path of its API below the vendor's own segment
     * @param credential as a YAML flow mapping
     */
    TestAccount(String integration, String basePath, String credential) {
        this.integration = integration;
        this.basePath = basePath;
        this.credential = credential;
    }

    private static String affinityKey(String key) {
        return "{type: basic, username: \"\", password: " + key + "}";
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String integration() {
        return integration;
    }

    /** The path of the vendor's API, as its stand-in records it. */
    String basePath() {
        return "/" + integration + basePath;
    }

    /** The entry of an {@code mcp.yaml} for stand-ins that are reached at an origin. */
    String configuration(String origin) {
        return """
                  %s:
                    tenant: acceptance
                    integration: %s
                    baseUrl: %s
                    allowPrivateAddress: true
                    credential: %s
                """.formatted(id(), integration, origin + basePath(), credential);
    }
}
