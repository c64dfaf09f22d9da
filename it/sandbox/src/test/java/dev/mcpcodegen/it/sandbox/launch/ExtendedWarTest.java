package dev.mcpcodegen.it.sandbox.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtendedWarTest {

    @TempDir
    private Path folder;

    @Test
    void hasEverythingOfTheWarAndTheLibrary() throws Exception {
        Path war = TinyWar.in(folder);
        Path library = Files.writeString(folder.resolve("more.jar"), "a library");

        Path extended = ExtendedWar.write(war, library, folder.resolve("extended.war"));
        // Over an earlier copy, too.
        ExtendedWar.write(war, library, extended);

        try (ZipFile before = new ZipFile(war.toFile());
                ZipFile after = new ZipFile(extended.toFile())) {
            assertThat(after.stream().map(ZipEntry::getName))
                    .containsAll(before.stream().map(ZipEntry::getName).toList())
                    .contains("WEB-INF/lib/more.jar");
        }
    }
}
