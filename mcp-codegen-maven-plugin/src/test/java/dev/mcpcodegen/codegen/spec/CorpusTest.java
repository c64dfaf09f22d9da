package dev.mcpcodegen.codegen.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Over a folder of public API descriptions: each becomes a document or says in its diagnostics why not, and none throws. */
@EnabledIfSystemProperty(
        named = "corpus.dir",
        matches = ".+",
        disabledReason = "needs -Dcorpus.dir=<folder of API descriptions>")
class CorpusTest {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "query");

    @TempDir
    private Path temporary;

    @Test
    void everyDescriptionIsReadOrRefusedWithAReason() throws IOException {
        Path corpus = Path.of(System.getProperty("corpus.dir"));
        StringBuilder report = new StringBuilder();
        for (Path file : descriptions(corpus)) {
            Diagnostics diagnostics = new Diagnostics();
            long start = System.nanoTime();
            Optional<SpecDocument> document = new SpecLoader(SpecLimits.defaults())
                    .load(new SpecSource("x", folderOf(file), "specs"), diagnostics);
            long millis = (System.nanoTime() - start) / 1_000_000;
            report.append(document.isPresent() ? "read    " : "REFUSED ")
                    .append(millis)
                    .append(" ms ")
                    .append(document.map(CorpusTest::operations).orElse(0))
                    .append(" operations ")
                    .append(corpus.relativize(file))
                    .append('\n');
            diagnostics
                    .all()
                    .forEach(d -> report.append("   ")
                            .append(d.severity())
                            .append(' ')
                            .append(d.location())
                            .append(' ')
                            .append(d.message())
                            .append('\n'));
            assertThat(document.isPresent() || diagnostics.hasErrors())
                    .as(file.toString())
                    .isTrue();
        }
        Files.writeString(Path.of("target", "corpus-report.txt"), report);
    }

    private static int operations(SpecDocument document) {
        int operations = 0;
        for (JsonNode item : document.tree().path("paths")) {
            for (String method : METHODS) {
                operations += item.has(method) ? 1 : 0;
            }
            operations += item.path("additionalOperations").size();
        }
        return operations;
    }

    private static List<Path> descriptions(Path corpus) throws IOException {
        try (Stream<Path> files = Files.walk(corpus)) {
            return files.filter(f -> f.toString().matches(".*(\\.v2\\.yaml|(real|nasty)/[^/]+\\.(json|ya?ml))"))
                    .sorted()
                    .toList();
        }
    }

    /** Folder as a user lays it out: the description and whatever lies beside it in a tree of its own. */
    private Path folderOf(Path file) throws IOException {
        Path folder = Files.createTempDirectory(temporary, "spec");
        String name = file.getFileName().toString();
        Path entry = folder.resolve("openapi" + name.substring(name.lastIndexOf('.')));
        if (file.toString().contains("--tree")) {
            Path root = Objects.requireNonNull(file.getParent());
            try (Stream<Path> files = Files.walk(root)) {
                for (Path source : files.filter(Files::isRegularFile).toList()) {
                    Path target = folder.resolve(root.relativize(source).toString());
                    Files.createDirectories(target.getParent());
                    Files.copy(source, target);
                }
            }
        }
        Files.copy(file, entry);
        return folder;
    }
}
