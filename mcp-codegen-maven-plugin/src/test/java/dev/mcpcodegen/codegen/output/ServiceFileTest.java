package dev.mcpcodegen.codegen.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceFileTest {

    private static final String SERVICE = "dev.mcpcodegen.runtime.servlet.McpServlet";

    @TempDir
    private Path temp;

    @Test
    void replacesItsOwnLinesAndKeepsThoseOfOthers() throws IOException {
        ServiceFile first = execution("first");
        ServiceFile second = execution("second");

        assertThat(first.write(List.of("b.McpRouter"))).isTrue();
        assertThat(second.write(List.of("a.McpRouter"))).isTrue();
        assertThat(first.path()).hasContent("a.McpRouter\nb.McpRouter\n");
        assertThat(first.write(List.of("c.McpRouter"))).isTrue();
        assertThat(first.path()).hasContent("a.McpRouter\nc.McpRouter\n");
        assertThat(first.write(List.of("c.McpRouter"))).isFalse();
    }

    @Test
    void deletesTheFileWhenNoProviderIsLeft() throws IOException {
        ServiceFile only = execution("only");
        only.write(List.of("a.McpRouter"));

        assertThat(only.write(List.of())).isTrue();

        assertThat(only.path()).doesNotExist();
    }

    private ServiceFile execution(String name) {
        return new ServiceFile(temp.resolve("resources"), SERVICE, temp.resolve(name + "/services"));
    }
}
