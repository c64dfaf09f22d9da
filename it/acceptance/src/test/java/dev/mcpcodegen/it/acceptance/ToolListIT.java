package dev.mcpcodegen.it.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.spec.McpSchema.InitializeResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a client sees when it connects. */
@OnEachContainer
final class ToolListIT {

    private final Deployment deployment;

    ToolListIT(Deployment deployment) {
        this.deployment = deployment;
    }

    @Test
    void greetsLegacyClients() {
        try (SdkClient client = SdkClient.of(deployment, TestGrant.FULL)) {
            InitializeResult greeting = client.initialization();
            assertThat(greeting.protocolVersion()).isEqualTo("2025-11-25");
            assertThat(greeting.serverInfo().name()).isEqualTo("affinity");
            assertThat(greeting.capabilities().tools()).isNotNull();
            assertThat(greeting.instructions()).contains("list_all_affinity_persons");
        }
    }

    @Test
    void tellsModernClientsWhatItIs() {
        JsonNode discovery = ModernClient.of(deployment, TestGrant.FULL).discover();
        assertThat(discovery.path("supportedVersions").valueStream().map(JsonNode::asString))
                .containsExactly("2026-07-28");
        assertThat(discovery.path("instructions").asString()).contains("list_all_affinity_persons");
        assertThat(discovery
                        .at("/_meta/io.modelcontextprotocol~1serverInfo/name")
                        .asString())
                .isEqualTo("affinity");
    }

    @Test
    void listsThePublishedNamesToLegacyClients() {
        try (SdkClient client = SdkClient.of(deployment, TestGrant.FULL)) {
            assertThat(client.tools()).extracting(Tool::name).hasSize(53).hasSameElementsAs(Artifacts.affinityTools());
        }
    }

    @Test
    void listsThePublishedNamesToModernClients() {
        assertThat(names(TestGrant.FULL)).hasSize(53).hasSameElementsAs(Artifacts.affinityTools());
    }

    @Test
    void describesEveryToolToLegacyClients() {
        try (SdkClient client = SdkClient.of(deployment, TestGrant.FULL)) {
            assertThat(client.tools()).allSatisfy(tool -> {
                assertThat(tool.description()).hasSizeGreaterThanOrEqualTo(10);
                assertThat(tool.inputSchema()).containsEntry("type", "object");
                assertThat(tool.annotations().readOnlyHint()).isEqualTo(reads(tool.name()));
                assertThat(tool.annotations().openWorldHint()).isNotNull();
            });
        }
    }

    @Test
    void describesEveryToolToModernClients() {
        JsonNode list = ModernClient.of(deployment, TestGrant.FULL).listTools();
        assertThat(list.path("resultType").asString()).isEqualTo("complete");
        assertThat(list.path("cacheScope").asString()).isEqualTo("private");
        assertThat(list.path("ttlMs").isIntegralNumber()).isTrue();
        assertThat(list.path("tools").valueStream()).hasSize(53).allSatisfy(tool -> {
            assertThat(tool.path("description").asString()).hasSizeGreaterThanOrEqualTo(10);
            assertThat(tool.at("/inputSchema/type").asString()).isEqualTo("object");
            assertThat(tool.at("/annotations/readOnlyHint").asBoolean())
                    .isEqualTo(reads(tool.path("name").asString()));
        });
    }

    @Test
    void showsOnlyReadingToolsToWhoMayOnlyRead() {
        List<String> reading = Artifacts.affinityTools().stream()
                .filter(name -> name.startsWith("list_all_") || name.startsWith("get_single_"))
                .toList();
        assertThat(names(TestGrant.READ_ONLY)).hasSameElementsAs(reading);
    }

    @Test
    void showsOnlyToolsOfTheTagsGranted() {
        assertThat(names(TestGrant.CONFIG_ONLY))
                .contains("list_all_affinity_fields", "create_a_affinity_field_value", "list_all_affinity_whoami")
                .allMatch(name -> name.contains("field") || name.contains("whoami"));
    }

    @Test
    void servesTokensInHeadersToBothEras() {
        assertThat(names(TestGrant.HEADER)).hasSize(53);
        try (SdkClient client = SdkClient.of(deployment, TestGrant.HEADER)) {
            assertThat(client.tools()).hasSize(53);
        }
    }

    private List<String> names(TestGrant grant) {
        return ModernClient.of(deployment, grant)
                .listTools()
                .path("tools")
                .valueStream()
                .map(tool -> tool.path("name").asString())
                .toList();
    }

    private static boolean reads(String tool) {
        return tool.startsWith("list_all_") || tool.startsWith("get_single_") || tool.endsWith("_download");
    }
}
