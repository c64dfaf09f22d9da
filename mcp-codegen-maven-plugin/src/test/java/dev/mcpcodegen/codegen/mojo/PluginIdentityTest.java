package dev.mcpcodegen.codegen.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginIdentityTest {

    @TempDir
    private Path folder;

    @Test
    void aReleaseIsItsVersion() throws IOException {
        assertThat(PluginIdentity.of("1.2.0", folder)).isEqualTo("1.2.0");
    }

    @Test
    void aSnapshotIsAnotherOneWhenAFileOfItsJarOrClassesChanged() throws IOException {
        Path file = Files.writeString(folder.resolve("A.class"), "1");
        String jar = PluginIdentity.of("1.2.0-SNAPSHOT", file);
        String classes = PluginIdentity.of("1.2.0-SNAPSHOT", folder);
        assertThat(PluginIdentity.of("1.2.0-SNAPSHOT", folder)).isEqualTo(classes);

        Files.writeString(file, "22");

        assertThat(PluginIdentity.of("1.2.0-SNAPSHOT", file)).isNotEqualTo(jar);
        assertThat(PluginIdentity.of("1.2.0-SNAPSHOT", folder)).isNotEqualTo(classes);
    }
}
