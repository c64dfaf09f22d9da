package dev.mcpcodegen.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaticGrantsReaderTest {

    private static final String TOKEN = "canary-token-0123456789";
    private static final String KEY = "canary-key-abcdef";

    private static final String COMPLETE = """
            accounts:
              acme-affinity:
                tenant: acme
                integration: affinity
                baseUrl: https://api.affinity.co/
                servers: {files: https://files.affinity.co/}
                credential: {type: basic, username: "", password: "${AFFINITY_API_KEY}"}
              acme-affino:
                tenant: acme
                integration: affino
                baseUrl: http://127.0.0.1:8080
                allowPrivateAddress: true
                credential:
                  type: all
                  of:
                    - {type: header, name: X-API-Key, value: "k-${AFFINITY_API_KEY}"}
                    - {type: bearer, token: "${AFFINITY_API_KEY}"}
                    - {type: query, name: key, value: "${AFFINITY_API_KEY}"}
            grants:
              - id: sales-team
                account: acme-affinity
                token: "${MCP_SALES_TOKEN}"
                methods: [Read]
                tags: [crm]
                expiresAt: 2027-01-01T00:00:00Z
              - id: ada
                account: acme-affino
                tokenSha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
                present: header
                subject: {type: person, id: ada@acme.example}
            """;

    private final StaticGrantsReader reader =
            new StaticGrantsReader(Map.of("AFFINITY_API_KEY", KEY, "MCP_SALES_TOKEN", TOKEN)::get);

    @Test
    void readsAccountsAndGrants() {
        StaticGrants grants = reader.read(COMPLETE, "mcp.yaml");

        Account affinity = new Account(
                "acme",
                "acme-affinity",
                "affinity",
                "https://api.affinity.co",
                Map.of("files", "https://files.affinity.co"),
                false);
        assertThat(find(grants, new Caller(TOKEN, null)))
                .contains(new Grant(
                        "sales-team",
                        affinity,
                        new Subject.Server("sales-team"),
                        new Capability(Set.of("read"), Set.of("crm")),
                        Instant.parse("2027-01-01T00:00:00Z")));
        assertThat(find(grants, new Caller(null, "test")))
                .contains(new Grant(
                        "ada",
                        new Account("acme", "acme-affino", "affino", "http://127.0.0.1:8080", true),
                        new Subject.Person("ada@acme.example"),
                        Capability.ALL,
                        null));
        assertThat(grants.grants()).extracting(Grant::id).containsExactly("sales-team", "ada");
    }

    @Test
    void readsCredentials() {
        StaticGrants grants = reader.read(COMPLETE, "mcp.yaml");

        assertThat(grants.credential(grants.grants().get(0))
                        .toCompletableFuture()
                        .join())
                .isEqualTo(new Credential.Basic("", new Secret(KEY)));
        assertThat(grants.credential(grants.grants().get(1))
                        .toCompletableFuture()
                        .join())
                .isEqualTo(new Credential.All(List.of(
                        new Credential.Header("X-API-Key", new Secret("k-" + KEY)),
                        new Credential.Bearer(new Secret(KEY)),
                        new Credential.Query("key", new Secret(KEY)))));
    }

    @Test
    void takesATokenOnlyWhereItIsToBePresented() {
        StaticGrants grants = reader.read(COMPLETE, "mcp.yaml");

        assertThat(find(grants, new Caller(null, TOKEN))).isEmpty();
        assertThat(find(grants, new Caller("test", null))).isEmpty();
        assertThat(find(grants, new Caller("unknown", "test")))
                .as("no fall back to the header")
                .isEmpty();
        assertThat(find(grants, new Caller(null, null))).isEmpty();
    }

    @Test
    void tellsEveryProblemWithPlaceAndCure() {
        String yaml = """
                accounts:
                  one:
                    integration: affinity
                    baseUrl: ftp://host
                    credential: {type: basic, username: "a:b", password: "${NOT_SET}"}
                  two: {tenant: acme, integration: affinity, baseUrl: "http://api.affinity.co", credential: {type: oauth}}
                  three: {tenant: acme, integration: affinity, url: x, allowPrivateAddress: "yes", credential: {type: header, name: "a b", value: ""}}
                  four: {tenant: 5, integration: affinity}
                  five: {tenant: acme, integration: affinity, credential: {type: all, of: []}}
                grants:
                  - {id: a, account: eleven, token: canary}
                  - {id: b, account: two, methods: read, present: cookie, expiresAt: tomorrow, subject: {type: robot, id: x}}
                  - {account: two, tokenSha256: abc, token: canary-token-0123456789, methdos: [read]}
                  - {id: c, account: three, token: "canary token with spaces", subject: {type: person}}
                  - 5
                extra: 1
                """;

        ConfigurationException thrown =
                catchThrowableOfType(ConfigurationException.class, () -> reader.read(yaml, "/etc/mcp.yaml"));

        assertThat(thrown.problems())
                .containsExactly(
                        "/etc/mcp.yaml: unknown key \"extra\". Known: accounts, grants.",
                        "/etc/mcp.yaml, accounts.one.tenant: is missing.",
                        "/etc/mcp.yaml, accounts.one.baseUrl: must be an address such as https://api.example.com/v1.",
                        "/etc/mcp.yaml, accounts.one.credential.password: the variable NOT_SET is not set. Set it in the environment or as"
                                + " a system property.",
                        "/etc/mcp.yaml, accounts.one.credential.username: must not contain a colon.",
                        "/etc/mcp.yaml, accounts.two.baseUrl: http would send the credential unencrypted. Use https, or set"
                                + " allowPrivateAddress: true for a host in your own network.",
                        "/etc/mcp.yaml, accounts.two.credential.type: must be basic, bearer, header, query, cookie, login, clientCredentials, all or none.",
                        "/etc/mcp.yaml, accounts.three: unknown key \"url\". Known: tenant, integration, baseUrl, servers, allowPrivateAddress,"
                                + " credential.",
                        "/etc/mcp.yaml, accounts.three.allowPrivateAddress: must be true or false.",
                        "/etc/mcp.yaml, accounts.three.credential.name: is no name of an HTTP header.",
                        "/etc/mcp.yaml, accounts.three.credential.value: is empty.",
                        "/etc/mcp.yaml, accounts.four.tenant: must be text. Put it in quotes.",
                        "/etc/mcp.yaml, accounts.four.credential: is missing. Write credential: {type: none} if the vendor asks for"
                                + " nothing.",
                        "/etc/mcp.yaml, accounts.five.credential.of: must list at least one credential.",
                        "/etc/mcp.yaml, grants[0].account: there is no account \"eleven\" under accounts. There: one, two, three, four,"
                                + " five.",
                        "/etc/mcp.yaml, grants[0].token: shorter than 16 characters. Make one with: openssl rand -hex 32",
                        "/etc/mcp.yaml, grants[1].present: must be url or header.",
                        "/etc/mcp.yaml, grants[1]: must have either token or tokenSha256. Make a token with: openssl rand -hex 32",
                        "/etc/mcp.yaml, grants[1].subject.type: must be server, person or machine.",
                        "/etc/mcp.yaml, grants[1].methods: must be a list.",
                        "/etc/mcp.yaml, grants[1].expiresAt: must be a moment such as 2027-01-01T00:00:00Z.",
                        "/etc/mcp.yaml, grants[2]: unknown key \"methdos\". Known: id, account, token, tokenSha256, present, subject,"
                                + " credential, methods, tags, expiresAt, upstream429.",
                        "/etc/mcp.yaml, grants[2].id: is missing.",
                        "/etc/mcp.yaml, grants[2]: must have either token or tokenSha256. Make a token with: openssl rand -hex 32",
                        "/etc/mcp.yaml, grants[3].token: has characters that cannot stand where it is presented. Make one with: openssl"
                                + " rand -hex 32",
                        "/etc/mcp.yaml, grants[3].subject.id: is missing.",
                        "/etc/mcp.yaml, grants[4]: must be a mapping (key: value).");
        assertThat(thrown).hasMessageStartingWith("The configuration cannot be used:\n- /etc/mcp.yaml: unknown key");
        assertThat(thrown.getMessage()).doesNotContain("canary");
    }

    @Test
    void refusesTheSameIdOrTokenTwice() {
        String yaml = """
                accounts:
                  a: {tenant: acme, integration: affinity, credential: {type: none}}
                grants:
                  - {id: one, account: a, token: "canary-token-0123456789"}
                  - {id: one, account: a, token: "canary-token-0123456789"}
                """;

        assertThat(catchThrowableOfType(ConfigurationException.class, () -> reader.read(yaml, "mcp.yaml"))
                        .problems())
                .containsExactly(
                        "mcp.yaml, grants[1].id: \"one\" stands twice. Give every grant its own id.",
                        "mcp.yaml, grants[1]: has the same token as the grant \"one\". Give every grant its own.");
    }

    @Test
    void T_D10_showsNoLineOfABrokenFile() {
        String yaml = "accounts:\n  a: {tenant: acme\n  b: \"canary-secret\n";

        assertThatThrownBy(() -> reader.read(yaml, "mcp.yaml"))
                .isInstanceOf(ConfigurationException.class)
                .hasNoCause()
                .hasMessageMatching(
                        "(?s).*mcp\\.yaml, line \\d+: not valid YAML, or a key that stands twice\\. Check.*")
                .hasMessageNotContaining("canary");
    }

    @Test
    void refusesAliases() {
        assertThatThrownBy(() -> reader.read(
                        "x: &anchor_name_of_some_length a\ngrants:\n  - token: *anchor_name_of_some_length\n",
                        "mcp.yaml"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "The configuration cannot be used:\n- mcp.yaml, line 3: aliases (*name) are not supported. Write the value"
                                + " out, or use a ${VARIABLE}.");
    }

    @Test
    void refusesAKeyThatStandsTwice() {
        assertThatThrownBy(() -> reader.read("grants: []\naccounts: {}\ngrants: []\n", "mcp.yaml"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("mcp.yaml, line 3: not valid YAML, or a key that stands twice.");
    }

    @Test
    void T_D10_showsNoSecret() {
        StaticGrants grants = reader.read(COMPLETE, "mcp.yaml");
        Credential credential =
                grants.credential(grants.grants().get(1)).toCompletableFuture().join();

        assertThat(grants + " " + grants.grants() + credential + new Caller(TOKEN, KEY) + TokenHash.of(TOKEN))
                .doesNotContain("canary")
                .startsWith("StaticGrants[2 accounts, 2 grants]");
    }

    @Test
    void readsAFileAndSaysWhenThereIsNone(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("mcp.yaml"), COMPLETE);

        assertThat(reader.read(file).grants()).hasSize(2);
        Path missing = folder.resolve("missing.yaml");
        assertThatThrownBy(() -> reader.read(missing))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("The configuration cannot be used:\n- " + missing
                        + ": there is no such file. Create it, or name another one with MCP_CONFIG or MCP_HOME.");
    }

    @Test
    void sharesASecretAmongNodesWithTheSameFile() {
        StaticGrantsReader other =
                new StaticGrantsReader(Map.of("AFFINITY_API_KEY", "other", "MCP_SALES_TOKEN", TOKEN)::get);
        Secret secret = reader.read(COMPLETE, "mcp.yaml").sharedSecret();

        assertThat(secret).isEqualTo(reader.read(COMPLETE, "elsewhere.yaml").sharedSecret());
        assertThat(secret).isNotEqualTo(other.read(COMPLETE, "mcp.yaml").sharedSecret());
        assertThat(secret.reveal()).hasSize(64);
    }

    private static Optional<Grant> find(StaticGrants grants, Caller caller) {
        return grants.find(caller).toCompletableFuture().join();
    }
}
