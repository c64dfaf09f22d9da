package dev.mcpcodegen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcpcodegen.runtime.access.AccessDecision;
import dev.mcpcodegen.runtime.access.Caller;
import dev.mcpcodegen.runtime.access.ConfigurationException;
import dev.mcpcodegen.runtime.access.Grant;
import dev.mcpcodegen.runtime.access.GrantSource;
import dev.mcpcodegen.runtime.protocol.EnvelopeReader;
import dev.mcpcodegen.runtime.protocol.McpAnswer;
import dev.mcpcodegen.runtime.server.Cancellation;
import dev.mcpcodegen.runtime.server.McpClient;
import dev.mcpcodegen.runtime.tool.ToolResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class McpRuntimeTest {

    private static final GrantSource EVERYBODY =
            caller -> CompletableFuture.completedFuture(Optional.of(TestTools.grant()));

    @TempDir
    private Path folder;

    @Test
    void customizersOfTheWebApplicationTakePart() throws Exception {
        Path services = Files.writeString(folder.resolve("services"), AddsAToolAndAnswersItself.class.getName());
        try (McpRuntime runtime = McpRuntime.builder(config())
                .integrations(List.of(TestTools.crm()))
                .grantSources(List.of(EVERYBODY))
                .auditSink(new RecordingAudit())
                .customizedBy(new NamingLoader(services))
                .build()) {
            assertThat(call(runtime, "added")).contains("from the interceptor");
        }
    }

    @Test
    void theConfigurationFileMayBeMissingWhenSomebodyElseGrants() {
        try (McpRuntime runtime = McpRuntime.builder(config())
                .integrations(List.of(TestTools.crm()))
                .grantSources(List.of(EVERYBODY))
                .configuredGrants()
                .build()) {
            AccessDecision decision = runtime.access()
                    .decide(new Caller("any", null))
                    .toCompletableFuture()
                    .join();
            assertThat(decision).isInstanceOf(AccessDecision.Granted.class);
        }
        assertThatThrownBy(() -> McpRuntime.builder(config()).configuredGrants())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("mcp.yaml");
    }

    @Test
    void theGrantsOfTheConfigurationFileAreHeldAgainstTheIntegrations() throws IOException {
        Files.writeString(folder.resolve("mcp.yaml"), """
                accounts:
                  other: {tenant: acme, integration: other, credential: {type: none}}
                grants:
                  - {id: g, account: other, token: canary-token-0123456789}
                """);

        assertThatThrownBy(() -> McpRuntime.builder(config())
                        .integrations(List.of(TestTools.crm()))
                        .configuredGrants()
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("there is no integration \"other\"")
                .hasMessageNotContaining("canary");
    }

    @Test
    void aGrantMayCoverHandWrittenToolsAlone() throws IOException {
        Files.writeString(folder.resolve("mcp.yaml"), """
                accounts:
                  crm: {tenant: acme, integration: crm, credential: {type: none}}
                grants:
                  - {id: g, account: crm, token: canary-token-0123456789, methods: [create]}
                """);

        try (McpRuntime runtime = McpRuntime.builder(config())
                .integrations(List.of(TestTools.crm()))
                .tools("crm", List.of(new TestTools.Write("added")))
                .configuredGrants()
                .build()) {
            assertThat(call(runtime, "added")).contains("\"result\"");
        }
    }

    private McpConfig config() {
        return TestConfig.of("MCP_CONFIG", folder.resolve("mcp.yaml").toString(), "MCP_CALL_TIMEOUT", "5");
    }

    private static String call(McpRuntime runtime, String tool) {
        String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                + "\",\"arguments\":{\"text\":\"x\"}}}";
        Grant grant = TestTools.grant();
        McpAnswer answer = runtime.server()
                .handle(
                        grant,
                        new EnvelopeReader().read(body.getBytes(StandardCharsets.UTF_8)),
                        name -> List.of(),
                        new Cancellation(),
                        McpClient.ANY)
                .toCompletableFuture()
                .join();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        answer.body().forEach(bytes::writeBytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** What a team would add to its deployment. */
    public static final class AddsAToolAndAnswersItself implements McpCustomizer {

        @Override
        public void customize(McpRuntime.Builder builder) {
            builder.tools("crm", List.of(new TestTools.Write("added")))
                    .interceptors(List.of((call, next) ->
                            CompletableFuture.completedFuture(ToolResult.text("from the interceptor"))));
        }
    }

    private static final class NamingLoader extends ClassLoader {

        private final Path services;

        NamingLoader(Path services) {
            super(McpRuntimeTest.class.getClassLoader());
            this.services = services;
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return name.equals("META-INF/services/" + McpCustomizer.class.getName())
                    ? Collections.enumeration(List.of(services.toUri().toURL()))
                    : super.getResources(name);
        }
    }
}
