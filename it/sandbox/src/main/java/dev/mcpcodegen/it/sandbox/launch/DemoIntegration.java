package dev.mcpcodegen.it.sandbox.launch;

import dev.mcpcodegen.it.sandbox.affinity.AffinitySandbox;
import dev.mcpcodegen.it.sandbox.affino.AffinoPerson;
import dev.mcpcodegen.it.sandbox.affino.AffinoSandbox;
import dev.mcpcodegen.it.sandbox.attio.AttioSandbox;
import dev.mcpcodegen.it.sandbox.octapipe.OctapipeSandbox;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * One integration of the demo: an account at its stand-in, and a grant for it.
 *
 * @param name the integration, which is also the first path segment of its stand-in
 * @param basePath the path of its API below that segment
 * @param credential the account's credential, as a YAML flow mapping
 * @param caller what the grant says of who calls, as entries of a YAML flow mapping; empty for nobody in particular
 * @param token the secret in the URL of its MCP server
 */
record DemoIntegration(String name, String basePath, String credential, String caller, String token) {

    /** Returns what the demo serves, each with a new token. */
    static List<DemoIntegration> all() {
        return List.of(
                of("affinity", "{type: basic, username: \"\", password: " + AffinitySandbox.API_KEY + "}"),
                of("attio", "{type: bearer, token: " + AttioSandbox.ACCESS_TOKEN + "}"),
                of("octapipe", OctapipeSandbox.credential()),
                of("affino", AffinoSandbox.profile())
                        .below(AffinoSandbox.BASE_PATH)
                        .usedBy("nora", AffinoPerson.EDITOR.login()));
    }

    private static DemoIntegration of(String name, String credential) {
        return new DemoIntegration(name, "", credential, "", newToken());
    }

    private DemoIntegration below(String path) {
        return new DemoIntegration(name, path, credential, caller, token);
    }

    private DemoIntegration usedBy(String id, String login) {
        String person = ", subject: {type: person, id: %s}, credential: %s".formatted(id, login);
        return new DemoIntegration(name, basePath, credential, person, token);
    }

    /** Returns the same with the tools of the fixtures, which answer without a vendor. */
    static List<DemoIntegration> allWithFixtures() {
        return Stream.concat(all().stream(), Stream.of(of("fixtures", "{type: none}")))
                .toList();
    }

    /** Returns the address of its MCP server. */
    String url(String baseUrl) {
        return baseUrl + "/mcp/" + token;
    }

    /** Returns the accounts and grants of all integrations as the text of an {@code mcp.yaml}. */
    static String configuration(List<DemoIntegration> integrations, String sandboxUrl) {
        StringBuilder accounts = new StringBuilder("accounts:\n");
        StringBuilder grants = new StringBuilder("grants:\n");
        for (DemoIntegration integration : integrations) {
            String name = integration.name();
            accounts.append("  demo-%s:\n".formatted(name))
                    .append("    tenant: demo\n")
                    .append("    integration: %s\n".formatted(name))
                    .append("    baseUrl: %s/%s%s\n".formatted(sandboxUrl, name, integration.basePath()))
                    .append("    allowPrivateAddress: true\n")
                    .append("    credential: %s\n".formatted(integration.credential()));
            grants.append("  - {id: demo-%s, account: demo-%s, token: \"%s\"%s}\n"
                    .formatted(name, name, integration.token(), integration.caller()));
        }
        return accounts.append(grants).toString();
    }

    /** Returns 256 random bits in hex. */
    private static String newToken() {
        byte[] bits = new byte[32];
        new SecureRandom().nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }
}
