package dev.mcpcodegen.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcpcodegen.runtime.tool.Integration;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class StaticGrantsTest {

    private static final Integration AFFINITY = Integration.builder("affinity")
            .displayName("Affinity")
            .baseUrl("https://api.affinity.co")
            .tools(List.of(TestTool.of("list", "crm"), TestTool.of("archive", "notes")))
            .build();

    private static final Integration AFFINO = Integration.builder("affino")
            .displayName("Affino")
            .personOnly()
            .tools(List.of(TestTool.of("list")))
            .build();

    @Test
    void findsNothingWrongWithAGoodFile() {
        assertThat(grants("affinity", "{id: a, account: x, token: \"0123456789abcdef\", methods: [read], tags: [CRM]}")
                        .validate(List.of(AFFINITY, AFFINO)))
                .isEmpty();
    }

    @Test
    void T_C14_findsAGrantAgainInItsOwnTenantOnly() {
        StaticGrants grants = grants("affinity", "{id: a, account: x, token: \"0123456789abcdef\"}");
        String tenant = grants.grants().get(0).account().tenant();

        assertThat(grants.find(tenant, "a").toCompletableFuture().join())
                .contains(grants.grants().get(0));
        assertThat(grants.find(tenant, "b").toCompletableFuture().join()).isEmpty();
        assertThat(grants.find(tenant + "2", "a").toCompletableFuture().join()).isEmpty();
    }

    @Test
    void tellsWhenTheIntegrationIsNotDeployed() {
        assertThat(grants("affinty", "{id: a, account: x, token: \"0123456789abcdef\"}")
                        .validate(List.of(AFFINITY, AFFINO)))
                .containsExactly(
                        "mcp.yaml, accounts.x.integration: there is no integration \"affinty\". Deployed: affinity, affino.");
    }

    @Test
    void tellsWhenNoToolIsLeft() {
        assertThat(grants("affinity", "{id: a, account: x, token: \"0123456789abcdef\", methods: [write], tags: [crm]}")
                        .validate(List.of(AFFINITY)))
                .containsExactly(
                        "mcp.yaml, grants[0]: its methods and tags leave no tool of Affinity. Methods there: archive, list."
                                + " Tags there: crm, notes.");
    }

    @Test
    void tellsWhenNoPersonActsWhereOnlyPersonsMay() {
        assertThat(grants("affino", "{id: a, account: x, token: \"0123456789abcdef\"}")
                        .validate(List.of(AFFINO)))
                .containsExactly(
                        "mcp.yaml, accounts.x.baseUrl: is missing, and Affino has no address of its own. Write where its API is.",
                        "mcp.yaml, grants[0].subject: Affino is used by persons only. Write subject: {type: person, id: ...}.");
        assertThat(grants(
                                "affino",
                                "{id: a, account: x, token: \"0123456789abcdef\", subject: {type: person, id: ada}}")
                        .validate(List.of(AFFINO)))
                .hasSize(1);
    }

    @Test
    void hasNoCredentialForForeignAccounts() {
        Grant foreign = new Grant(
                "f", new Account("other", "x", "affinity", null, false), new Subject.Server("f"), Capability.ALL, null);
        StaticGrants grants = grants("affinity", "{id: a, account: x, token: \"0123456789abcdef\"}");

        assertThatThrownBy(
                        () -> grants.credential(foreign).toCompletableFuture().join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(CredentialUnavailableException.class)
                .hasMessage("The account \"x\" has no credential. The operator must configure it.");
    }

    private static StaticGrants grants(String integration, String grant) {
        String yaml = "accounts:\n  x: {tenant: acme, integration: " + integration
                + ", credential: {type: none}}\ngrants:\n  - " + grant + "\n";
        return new StaticGrantsReader(name -> null).read(yaml, "mcp.yaml");
    }
}
