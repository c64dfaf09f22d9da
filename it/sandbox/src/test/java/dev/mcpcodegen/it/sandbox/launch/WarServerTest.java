package dev.mcpcodegen.it.sandbox.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcpcodegen.it.sandbox.TestClient;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarServerTest {

    @TempDir
    private Path folder;

    @Test
    void runsInitializersWithParametersAndTheWarsOwnLibraries() throws Exception {
        try (WarServer server = WarServer.start(TinyWar.in(folder), 0, Map.of("greeting", "hello"))) {
            assertThat(server.url()).isEqualTo("http://127.0.0.1:" + server.port());
            assertThat(TestClient.with(server.url(), Map.of())
                            .get("/mcp/x")
                            .response()
                            .body())
                    .isEqualTo("parameter=hello library=own server=hidden");
        }
    }

    @Test
    void freesThePortWhenClosed() throws Exception {
        Path war = TinyWar.in(folder);
        WarServer first = WarServer.start(war, 0, Map.of());
        int port = first.port();
        assertThatThrownBy(() -> WarServer.start(war, port, Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Port " + port + " is taken. Choose another one, or 0 for any free one.");
        first.close();
        try (WarServer second = WarServer.start(war, port, Map.of())) {
            assertThat(second.port()).isEqualTo(port);
        }
    }

    @Test
    void saysWhyAWarDoesNotStart() throws Exception {
        Path war = TinyWar.in(folder);
        assertThatThrownBy(() -> WarServer.start(war, 0, Map.of("fail", "yes")))
                .hasMessageContaining("does not start")
                .hasMessageContaining("asked to fail");
    }
}
