package dev.mcpcodegen.it.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The MCP Inspector's command line, in every era that it negotiates. */
@OnEachContainer
final class InspectorIT {

    private static final String PROGRAM =
            "node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Deployment deployment;

    InspectorIT(Deployment deployment) {
        this.deployment = deployment;
    }

    @BeforeAll
    static void needsNode() {
        Node.require();
    }

    @ParameterizedTest
    @ValueSource(strings = {"legacy", "auto", "modern"})
    void findsNoErrorInTheToolsWhenItIsStrict(String era) {
        Node.Output listed = inspect(era, "tools/list", "--strict");

        assertThat(listed.status()).as("%s", listed).isZero();
        assertThat(Http.JSON.readTree(listed.out()).at("/result/tools").valueStream())
                .extracting(tool -> tool.path("name").asString())
                .hasSameElementsAs(Artifacts.affinityTools());
    }

    @ParameterizedTest
    @ValueSource(strings = {"legacy", "auto", "modern"})
    void callsTools(String era) {
        deployment.resetVendor();

        Node.Output found = inspect(
                era,
                "tools/call",
                "--tool-name",
                "list_all_affinity_organizations",
                "--tool-args-json",
                "{\"query\": \"Acme Corp\"}");
        Node.Output wrong =
                inspect(era, "tools/call", "--tool-name", "get_single_affinity_person_by_id", "--tool-args-json", "{}");

        assertThat(found.status()).as("%s", found).isZero();
        JsonNode result = Http.JSON.readTree(found.out()).path("result");
        assertThat(result.at("/structuredContent/result/0/id").asLong()).isEqualTo(98_765);
        assertThat(wrong.status()).as("%s", wrong).isNotZero();
        assertThat(Http.JSON.readTree(wrong.out()).at("/result/content/0/text").asString())
                .contains("\"id\" is required");
    }

    private Node.Output inspect(String era, String method, String... more) {
        List<String> arguments = Stream.concat(
                        Stream.of(
                                "--cli",
                                "--transport",
                                "http",
                                "--server-url",
                                deployment.url(TestGrant.FULL),
                                "--protocol-era",
                                era,
                                "--method",
                                method,
                                "--format",
                                "json",
                                "-q"),
                        Stream.of(more))
                .toList();
        return Node.run(PATIENCE, PROGRAM, arguments.toArray(String[]::new));
    }
}
