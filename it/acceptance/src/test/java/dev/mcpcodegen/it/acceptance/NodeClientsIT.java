package dev.mcpcodegen.it.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mcpcodegen.it.sandbox.http.RecordedRequest;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The TypeScript clients, in all the eras that they speak; each runs in a process of its own. */
@OnEachContainer
final class NodeClientsIT {

    private static final Path SCRIPTS = Artifacts.target().resolve("node");

    private final Deployment deployment;

    NodeClientsIT(Deployment deployment) {
        this.deployment = deployment;
    }

    @BeforeAll
    static void needsNode() {
        if (!Files.isDirectory(SCRIPTS.resolve("node_modules"))) {
            skipOrFail("The TypeScript clients are not installed. Run with -Pnode.");
        } else if (!isNodeOnPath()) {
            skipOrFail("There is no node on the PATH.");
        }
    }

    /** Skips where Node is optional; {@code -Dnode.required=true} says that it is not. */
    private static void skipOrFail(String reason) {
        if (Boolean.getBoolean("node.required")) {
            throw new AssertionError(reason);
        }
        System.out.println("Skipped: " + reason);
        Assumptions.abort(reason);
    }

    private static boolean isNodeOnPath() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "node")));
    }

    @ParameterizedTest
    @CsvSource({
        "v1, 2025-11-25",
        "v2-legacy, 2025-11-25",
        "v2-auto, 2026-07-28",
        "v2-pinned, 2026-07-28",
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
        try {
            Path log = Files.createTempFile(Artifacts.target(), "node-" + client, ".log");
            Process process = new ProcessBuilder("node", "client.mjs", client, deployment.url(TestGrant.FULL))
                    .directory(SCRIPTS.toFile())
                    .redirectError(log.toFile())
                    .start();
            try {
                String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                boolean ended = process.waitFor(30, TimeUnit.SECONDS);
                assertThat(ended && process.exitValue() == 0)
                        .as("%s printed: %s%s", client, output, Files.readString(log))
                        .isTrue();
                return Http.JSON.readTree(output);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
