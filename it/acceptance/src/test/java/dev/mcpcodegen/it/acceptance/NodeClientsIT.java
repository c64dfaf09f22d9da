package dev.mcpcodegen.it.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mcpcodegen.it.sandbox.http.RecordedRequest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The TypeScript clients, in all the eras that they speak. */
@OnEachContainer
final class NodeClientsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Deployment deployment;

    NodeClientsIT(Deployment deployment) {
        this.deployment = deployment;
    }

    @BeforeAll
    static void needsNode() {
        Node.require();
    }

    @ParameterizedTest
    @CsvSource({
        "v1, 2025-11-25",
        "v2-legacy, 2025-11-25",
        "v2-auto, 2026-07-28",
        "v2-pinned, 2026-07-28",
        // Through mcp-remote, which speaks to the server for a client that speaks to processes only.
        "remote, 2025-11-25",
    })
    void worksWith(String client, String revision) {
        Vendor vendor = deployment.resetVendor();

        JsonNode seen = run(client);

        assertThat(seen.path("failed").isMissingNode()).as("%s", seen).isTrue();
        assertThat(seen.path("revision").asString()).isEqualTo(revision);
        assertThat(seen.path("instructions").asString()).contains("list_all_affinity_persons");
        assertThat(seen.path("tools")
                        .valueStream()
                        .map(tool -> tool.path("name").asString()))
                .hasSize(53)
                .hasSameElementsAs(Artifacts.affinityTools());
        assertThat(seen.path("tools").valueStream()).allSatisfy(tool -> {
            assertThat(tool.path("description").asString()).hasSizeGreaterThanOrEqualTo(10);
            assertThat(tool.at("/inputSchema/type").asString()).isEqualTo("object");
            assertThat(tool.at("/annotations/readOnlyHint").isBoolean()).isTrue();
        });
        assertThat(seen.at("/found/structuredContent/result/0/id").asLong())
                .as("%s", seen.path("found"))
                .isEqualTo(98_765);
        assertThat(seen.at("/created/isError").asBoolean(false))
                .as("%s", seen.path("created"))
                .isFalse();
        assertThat(seen.at("/wrong/isError").asBoolean(false)).isTrue();
        assertThat(seen.at("/wrong/content/0/text").asString()).contains("\"id\" must be an integer");
        assertThat(seen.at("/unknown/code").asInt()).isEqualTo(-32602);
        assertThat(vendor.requests())
                .extracting(RecordedRequest::method, RecordedRequest::rawPath)
                .containsExactly(tuple("GET", "/affinity/organizations"), tuple("POST", "/affinity/reminders"));
    }

    private JsonNode run(String client) {
        Node.Output output = Node.run(PATIENCE, "client.mjs", client, deployment.url(TestGrant.FULL));
        assertThat(output.status()).as("%s", output).isZero();
        return Http.JSON.readTree(output.out());
    }
}
