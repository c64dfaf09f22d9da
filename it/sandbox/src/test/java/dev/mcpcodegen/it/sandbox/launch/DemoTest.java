package dev.mcpcodegen.it.sandbox.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcpcodegen.it.sandbox.TestClient;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoTest {

    @TempDir
    private Path folder;

    @AfterEach
    void forgetProperties() {
        System.clearProperty("mcp.home");
        System.clearProperty("mcp.config");
    }

    @Test
    void describesWhatRunsUntilItIsClosed() throws Exception {
        Path demoJson = folder.resolve("demo.json");
        try (Demo demo = Demo.start(TinyWar.in(folder), 0, demoJson, DemoIntegration.all())) {
            JsonNode description = JsonMapper.builder().build().readTree(Files.readAllBytes(demoJson));
            assertThat(description.path("pid").asLong())
                    .isEqualTo(ProcessHandle.current().pid());
            String url = description.at("/servers/0/url").asString();
            assertThat(description.at("/servers/0/integration").asString()).isEqualTo("affinity");
            assertThat(url).matches(description.path("baseUrl").asString() + "/mcp/[0-9a-f]{64}");
            String sandboxUrl = description.path("sandboxUrl").asString();
            assertThat(TestClient.with(sandboxUrl, Map.of())
                            .get("/_sandbox/requests")
                            .status())
                    .isEqualTo(200);
            assertThat(Files.readString(folder.resolve("mcp-home/mcp.yaml")))
                    .startsWith("""
                            accounts:
                              demo-affinity:
                                tenant: demo
                                integration: affinity
                                baseUrl: %s/affinity
                                allowPrivateAddress: true
                                credential: {type: basic, username: "", password: affinity-demo-key}
                            """.formatted(sandboxUrl))
                    .contains("""
                            grants:
                              - {id: demo-affinity, account: demo-affinity, token: "%s"}
                            """.formatted(url.substring(url.lastIndexOf('/') + 1)))
                    .contains("    baseUrl: %s/affino/rest/demo%n".formatted(sandboxUrl))
                    .containsPattern(
                            "\\{id: demo-affino, account: demo-affino, token: .*, subject: \\{type: person, id: nora}, credential: .*password.*}}");
            assertThat(printed(demo))
                    .contains("claude mcp add --transport http affinity " + url)
                    .contains("curl -s " + url);
        }
        assertThat(demoJson).doesNotExist();
    }

    @Test
    void keepsSecretsFromOtherUsers() throws Exception {
        Path demoJson = folder.resolve("demo.json");
        try (Demo demo = Demo.start(TinyWar.in(folder), 0, demoJson, DemoIntegration.all())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(demoJson)))
                    .isEqualTo("rw-------");
            assertThat(demo).isNotNull();
        }
    }

    @Test
    void removesAStaleDescriptionAndStopsEverythingWhenTheWarFails() throws Exception {
        Path demoJson = folder.resolve("demo.json");
        Files.writeString(demoJson, "stale");
        assertThatThrownBy(() -> Demo.start(folder.resolve("missing.war"), 0, demoJson, DemoIntegration.all()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(demoJson).doesNotExist();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("sandbox-"));
    }

    @Test
    void endsWithStatusZeroWhenAskedToStop() throws Exception {
        Path demoJson = folder.resolve("demo.json");
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Demo.class.getName(),
                        TinyWar.in(folder).toString(),
                        "0",
                        demoJson.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            Instant deadline = Instant.now().plusSeconds(30);
            while (!Files.readString(output).contains("Ctrl-C stops everything.")
                    && Instant.now().isBefore(deadline)) {
                Thread.sleep(50);
            }
            assertThat(demoJson).exists();
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            assertThat(demoJson).doesNotExist();
        } finally {
            process.destroyForcibly();
        }
    }

    private static String printed(Demo demo) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        demo.announce(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
