package dev.mcpcodegen.it.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcpcodegen.it.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How the WAR starts and stops in a container that watches what applications leave behind. */
final class TomcatIT {

    @Test
    void leavesNoThreadBehindWhenItStops() throws IOException {
        Path base = Files.createDirectories(Artifacts.target().resolve("tomcat-stop"));
        try (Sandbox sandbox = Sandbox.start(0)) {
            Path configuration = Files.writeString(base.resolve("mcp.yaml"), TestGrant.configuration(sandbox));
            Tomcat tomcat = Tomcat.start(base, Artifacts.war(), Map.of("mcp.config", configuration.toString()));
            try (tomcat) {
                Http.Answer answer = new ModernClient(tomcat.url() + "/mcp/" + TestGrant.FULL.token())
                        .call("list_all_affinity_whoami", "{}");
                assertThat(answer.json().at("/result/isError").asBoolean(false)).isFalse();
            }
            assertThat(tomcat.log())
                    .contains("Destroying ProtocolHandler")
                    .doesNotContain("memory leak", "SEVERE", "WARNING");
        }
    }

    @Test
    void doesNotStartWithoutItsConfigurationAndSaysWhy() {
        Path missing = Artifacts.target().resolve("no-such-folder/mcp.yaml");

        assertThatThrownBy(() -> Tomcat.start(
                        Artifacts.target().resolve("tomcat-unconfigured"),
                        Artifacts.war(),
                        Map.of("mcp.config", missing.toString())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(missing + ": there is no such file");
    }
}
