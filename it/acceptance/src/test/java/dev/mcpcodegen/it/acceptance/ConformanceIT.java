package dev.mcpcodegen.it.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.it.sandbox.launch.ExtendedWar;
import dev.mcpcodegen.it.sandbox.launch.WarServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** MCP's own conformance suite against the demo's WAR with the fixtures in it. Its summary goes to the build's log. */
final class ConformanceIT {

    private static final String PACKAGE = "@modelcontextprotocol/conformance";
    private static final String BASELINE = "conformance-baseline.yml";
    private static final String TOKEN = "token-of-the-grant-fixtures";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Map<String, List<String>> NEVER_MISSING = Map.of(
            "2026-07-28", List.of("server-stateless", "http-header-validation", "server-sse-multiple-streams"),
            "2025-11-25", List.of("server-initialize", "ping"));

    private static final List<String> NEVER_MISSING_IN_ANY = List.of(
            "tools-list",
            "tools-call-simple-text",
            "tools-call-image",
            "tools-call-audio",
            "tools-call-embedded-resource",
            "tools-call-mixed-content",
            "tools-call-error",
            "tools-call-with-progress",
            "dns-rebinding-protection",
            "json-schema-2020-12");

    @BeforeAll
    static void needsNode() {
        Node.require();
    }

    @ParameterizedTest
    @CsvSource({"jetty, 2026-07-28", "jetty, 2025-11-25", "tomcat, 2026-07-28", "tomcat, 2025-11-25"})
    void meetsTheRequirements(String container, String revision) throws IOException {
        Path results = Files.createTempDirectory(Artifacts.target(), "conformance-" + container + "-" + revision + "-");
        Node.Output output;
        try (Served served = Served.in(container)) {
            served.warmUp();
            output = Node.run(
                    PATIENCE,
                    "node_modules/" + PACKAGE + "/dist/index.js",
                    "server",
                    "--url",
                    served.url() + "/mcp/" + TOKEN,
                    "--requirements",
                    revision,
                    "--expected-failures",
                    BASELINE,
                    "--output-dir",
                    results.toString());
        }
        String summary = output.out().substring(Math.max(0, output.out().indexOf("=== SUMMARY ===")));
        System.out.printf(
                "%s %s, requirements of %s, on %s%n%s%n", PACKAGE, Node.version(PACKAGE), revision, container, summary);

        assertThat(output.status()).as("%s", output.err()).isZero();
        Stream.concat(NEVER_MISSING.getOrDefault(revision, List.of()).stream(), NEVER_MISSING_IN_ANY.stream())
                .forEach(scenario -> assertThat(summary).contains("✓ " + scenario + ":"));
        assertThat(checks(results))
                .filteredOn(check -> check.path("id").asString("").equals("wire-schema-valid"))
                .isNotEmpty()
                .allSatisfy(check -> assertThat(check.path("status").asString()).isEqualTo("SUCCESS"));
    }

    @Test
    void expectsNothingOfToolsToFail() throws IOException {
        List<String> expected = Files.readAllLines(
                        Artifacts.target().resolve("node").resolve(BASELINE))
                .stream()
                .map(String::strip)
                .filter(line -> line.startsWith("- "))
                .toList();

        assertThat(expected)
                .isNotEmpty()
                .allMatch(line -> line.indexOf(':') > 0, "names a single check")
                .noneMatch(line -> line.endsWith(":wire-schema-valid"))
                .noneMatch(line -> Stream.concat(
                                NEVER_MISSING.values().stream().flatMap(List::stream), NEVER_MISSING_IN_ANY.stream())
                        .filter(scenario -> !scenario.equals("server-sse-multiple-streams"))
                        .anyMatch(scenario -> line.startsWith("- " + scenario + ":")));
    }

    /** Every check of every scenario that was run. */
    private static List<JsonNode> checks(Path results) throws IOException {
        try (Stream<Path> files = Files.walk(results)) {
            return files.filter(file -> file.endsWith("checks.json"))
                    .flatMap(file -> Http.JSON.readTree(file).valueStream())
                    .toList();
        }
    }

    /** The WAR with the fixtures in a container of its own. */
    private record Served(String url, Runnable stop) implements AutoCloseable {

        private static final String CONFIGURATION = """
                accounts:
                  fixtures: {tenant: acceptance, integration: fixtures, credential: {type: none}}
                grants:
                  - {id: fixtures, account: fixtures, token: %s}
                """.formatted(TOKEN);

        static Served in(String container) {
            try {
                Path folder = Files.createDirectories(Artifacts.target().resolve("fixtures-" + container));
                Path war = ExtendedWar.write(Artifacts.war(), Artifacts.fixtures(), folder.resolve("demo.war"));
                Path configuration = Files.writeString(folder.resolve("mcp.yaml"), CONFIGURATION);
                Map<String, String> settings = Map.of("mcp.config", configuration.toString());
                if (container.equals("jetty")) {
                    WarServer jetty = WarServer.start(war, 0, settings);
                    return new Served(jetty.url(), jetty::close);
                }
                Tomcat tomcat = Tomcat.start(folder.resolve("tomcat"), war, settings);
                return new Served(tomcat.url(), tomcat::close);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The suite waits for half a second at some places, which says nothing of a first call on a busy machine. */
        void warmUp() {
            ModernClient client = new ModernClient(url + "/mcp/" + TOKEN);
            for (String tool : List.of("test_simple_text", "test_streaming_elicitation", "test_logging_tool")) {
                assertThat(client.call(tool, "{}").status()).isEqualTo(200);
            }
        }

        @Override
        public void close() {
            stop.run();
        }
    }
}
