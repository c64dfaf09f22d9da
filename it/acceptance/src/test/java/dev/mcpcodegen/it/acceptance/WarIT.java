package dev.mcpcodegen.it.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What a user deploys: small, and without anything of the build. */
final class WarIT {

    private static final long KIB = 1024;

    @Test
    void staysSmall() throws IOException {
        try (ZipFile war = new ZipFile(Artifacts.war().toFile())) {
            long bytes = libraries(war).stream().mapToLong(ZipEntry::getSize).sum();
            System.out.printf("WEB-INF/lib of the demo: %,d bytes%n", bytes);
            assertThat(bytes).isLessThan(10_000 * KIB);
        }
    }

    @Test
    void hasASmallRuntime() throws IOException {
        try (ZipFile war = new ZipFile(Artifacts.war().toFile())) {
            assertThat(libraries(war))
                    .filteredOn(library -> library.getName().contains("/mcp-runtime-"))
                    .singleElement()
                    .satisfies(runtime -> {
                        System.out.printf("mcp-runtime: %,d bytes%n", runtime.getSize());
                        assertThat(runtime.getSize()).isLessThan(768 * KIB);
                    });
        }
    }

    @Test
    void hasNothingOfTheCompiler() throws IOException {
        try (ZipFile war = new ZipFile(Artifacts.war().toFile())) {
            assertThat(libraries(war))
                    .extracting(ZipEntry::getName)
                    .noneMatch(name -> name.contains("mcp-codegen")
                            || name.contains("swagger")
                            || name.contains("javapoet")
                            || name.contains("maven")
                            || name.contains("servlet-api"));
        }
    }

    private static List<ZipEntry> libraries(ZipFile war) {
        return war.stream()
                .filter(entry -> entry.getName().startsWith("WEB-INF/lib/") && !entry.isDirectory())
                .<ZipEntry>map(entry -> entry)
                .toList();
    }
}
