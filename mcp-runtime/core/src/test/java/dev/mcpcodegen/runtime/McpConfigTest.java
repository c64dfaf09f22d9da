package dev.mcpcodegen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mcpcodegen.runtime.access.ConfigurationException;
import dev.mcpcodegen.runtime.access.Secret;
import dev.mcpcodegen.runtime.access.StaticGrants;
import dev.mcpcodegen.runtime.files.FileLimits;
import dev.mcpcodegen.runtime.limit.Limits;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class McpConfigTest {

    private final Map<String, String> properties = new HashMap<>(Map.of("user.home", "/home/ada"));
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> parameters = new HashMap<>();

    @Test
    void hasDefaultsForEverything() {
        assertThat(read())
                .isEqualTo(new McpConfig(
                        null,
                        Path.of("/home/ada/.mcp-codegen"),
                        Path.of("/home/ada/.mcp-codegen/mcp.yaml"),
                        null,
                        Set.of(),
                        Duration.ofSeconds(50),
                        4 * 1024 * 1024,
                        10 * 1024 * 1024,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(10),
                        Integer.MAX_VALUE,
                        new Limits(
                                10_000,
                                64,
                                64,
                                Math.min(999_999_999, Runtime.getRuntime().maxMemory() / 4)),
                        400_000,
                        new FileLimits(512L << 20, Duration.ofMinutes(10), Duration.ofMinutes(10)),
                        null));
    }

    @Test
    void takesTheFirstHit() {
        parameters.put("mcp.public.url", "https://parameter.example");
        assertThat(read().publicUrl()).isEqualTo(URI.create("https://parameter.example"));

        environment.put("MCP_PUBLIC_URL", "https://environment.example/base/");
        assertThat(read().publicUrl()).isEqualTo(URI.create("https://environment.example/base"));

        properties.put("mcp.public.url", " ");
        assertThat(read().publicUrl()).isEqualTo(URI.create("https://environment.example/base"));

        properties.put("mcp.public.url", "https://property.example");
        assertThat(read().publicUrl()).isEqualTo(URI.create("https://property.example"));
    }

    @Test
    void readsContextParametersUnderBothNames() {
        parameters.put("MCP_HOME", "/etc/mcp");
        assertThat(read().configFile()).isEqualTo(Path.of("/etc/mcp/mcp.yaml"));

        parameters.put("mcp.config", "/run/grants.yaml");
        assertThat(read().configFile()).isEqualTo(Path.of("/run/grants.yaml"));
        assertThat(read().home()).isEqualTo(Path.of("/etc/mcp"));
    }

    @ParameterizedTest
    @CsvSource({"30, PT30S", "PT2M, PT2M", "PT0.5S, PT0.5S", "300, PT5M"})
    void readsDurationsInSecondsAndIso8601(String text, Duration expected) {
        environment.put("MCP_CALL_TIMEOUT", text);

        assertThat(read().callTimeout()).isEqualTo(expected);
    }

    @Test
    void readsOriginsAndSizes() {
        environment.put("MCP_ALLOWED_ORIGINS", "https://app.example.com, http://localhost:3000,");
        environment.put("MCP_MAX_REQUEST_BYTES", "65536");

        assertThat(read().allowedOrigins())
                .containsExactlyInAnyOrder("https://app.example.com", "http://localhost:3000");
        assertThat(read().maxRequestBytes()).isEqualTo(65536);
    }

    @Test
    void tellsEveryBadValueAtOnce() {
        environment.put("MCP_PUBLIC_URL", "mcp.example.com");
        environment.put("MCP_ENCRYPTION_KEY", "canary");
        environment.put("MCP_ALLOWED_ORIGINS", "https://ok.example,*,https://a.example/path");
        environment.put("MCP_CALL_TIMEOUT", "301");
        environment.put("MCP_MAX_REQUEST_BYTES", "4MB");
        environment.put("MCP_CONNECT_TIMEOUT", "soon");
        environment.put("MCP_IDLE_TIMEOUT", "0");

        ConfigurationException thrown = catchThrowableOfType(ConfigurationException.class, this::read);

        assertThat(thrown.problems())
                .containsExactly(
                        "MCP_PUBLIC_URL must be an address such as https://mcp.example.com, but is \"mcp.example.com\".",
                        "MCP_ENCRYPTION_KEY must have at least 32 characters. Make one with: openssl rand -hex 32",
                        "MCP_ALLOWED_ORIGINS must list origins such as https://app.example.com, without path and wildcard, but has \"*\".",
                        "MCP_ALLOWED_ORIGINS must list origins such as https://app.example.com, without path and wildcard, but has"
                                + " \"https://a.example/path\".",
                        "MCP_CALL_TIMEOUT must be a duration above 0 and at most 300 s, in seconds (30) or ISO 8601 (PT30S), but is"
                                + " \"301\".",
                        "MCP_MAX_REQUEST_BYTES must be a number of bytes from 1024 to 999999999, but is \"4MB\".",
                        "MCP_CONNECT_TIMEOUT must be a duration above 0 and at most 300 s, in seconds (30) or ISO 8601 (PT30S), but is"
                                + " \"soon\".",
                        "MCP_IDLE_TIMEOUT must be a duration above 0 and at most 300 s, in seconds (30) or ISO 8601 (PT30S), but is"
                                + " \"0\".");
        assertThat(thrown).hasMessageNotContaining("canary");
    }

    @Test
    void bindsCursorsWithTheKeyElseWithTheGrants() {
        StaticGrants grants = StaticGrants.none();
        assertThat(read().cursorSecret(grants)).isEqualTo(grants.sharedSecret());

        environment.put("MCP_ENCRYPTION_KEY", "k".repeat(32));
        assertThat(read().cursorSecret(grants)).isEqualTo(new Secret("k".repeat(32)));
        assertThat(read()).asString().doesNotContain("kkk");
    }

    private McpConfig read() {
        return new McpConfigReader(properties::get, environment::get, parameters::get).read();
    }
}
