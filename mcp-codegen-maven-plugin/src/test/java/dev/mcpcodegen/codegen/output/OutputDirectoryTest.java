package dev.mcpcodegen.codegen.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputDirectoryTest {

    @TempDir
    private Path temp;

    private Path root;
    private Path manifest;
    private OutputDirectory directory;

    @BeforeEach
    void makeDirectory() {
        root = temp.resolve("out");
        manifest = temp.resolve("state/manifest");
        directory = new OutputDirectory(root, manifest);
    }

    @Test
    void touchesOnlyWhatChanged() throws IOException {
        directory.write(files("a/A.java", "one", "a/B.java", "two"));
        FileTime past = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(root.resolve("a/A.java"), past);

        OutputChanges changes = directory.write(files("a/A.java", "one", "a/B.java", "three"));

        assertThat(changes).isEqualTo(new OutputChanges(List.of("a/B.java"), List.of("a/A.java"), List.of()));
        assertThat(Files.getLastModifiedTime(root.resolve("a/A.java"))).isEqualTo(past);
        assertThat(tree()).isEqualTo(Map.of("a/A.java", "one", "a/B.java", "three"));
    }

    @Test
    void deletesWhatAnEarlierRunWroteAndKeepsWhatOthersWrote() throws IOException {
        directory.write(files("a/b/Old.java", "x", "a/Kept.java", "x"));
        Files.writeString(root.resolve("a/Foreign.java"), "mine");

        OutputChanges changes = directory.write(files("a/Kept.java", "x"));

        assertThat(changes.deleted()).containsExactly("a/b/Old.java");
        assertThat(tree()).isEqualTo(Map.of("a/Kept.java", "x", "a/Foreign.java", "mine"));
        assertThat(root.resolve("a/b")).doesNotExist();
    }

    @Test
    void writesNothingTheSecondTime() throws IOException {
        directory.write(files("a/A.java", "one"));

        assertThat(directory.write(files("a/A.java", "one")).nothing()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil",
                "a/../../evil",
                "/etc/evil",
                "",
                ".",
                "..",
                "a/./b",
                "a/../b",
                "a\\..\\..\\evil",
                "a//b",
                "C:/evil",
                "x\u0000y"
            })
    void T_A05_refusesPathsThatAreNotPlainAndBelowTheRoot(String path) throws IOException {
        directory.write(files("a/A.java", "one"));

        assertThatThrownBy(() -> directory.write(files("b/B.java", "two", path, "evil")))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(tree()).isEqualTo(Map.of("a/A.java", "one"));
    }

    @Test
    void T_A05_followsNoSymbolicLink() throws IOException {
        Path outside = Files.createDirectories(temp.resolve("outside"));
        Files.writeString(outside.resolve("File.java"), "theirs");
        Files.createDirectories(root);
        Files.createSymbolicLink(root.resolve("link"), outside);
        Files.createSymbolicLink(root.resolve("File.java"), outside.resolve("File.java"));

        assertThatThrownBy(() -> directory.write(files("link/File.java", "evil")))
                .isInstanceOf(IOException.class);
        Files.delete(root.resolve("link"));
        directory.write(files("File.java", "ours"));

        assertThat(outside.resolve("File.java")).hasContent("theirs");
        assertThat(root.resolve("File.java")).hasContent("ours").isRegularFile();
        assertThat(Files.isSymbolicLink(root.resolve("File.java"))).isFalse();
    }

    @Test
    void T_A04_refusesPathsThatDifferInCaseOnly() {
        assertThatThrownBy(() -> directory.write(files("a/A.java", "1", "a/a.java", "2")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void T_A14_theRunAfterAnInterruptedOneLeavesTheExactTree() throws IOException {
        List<GeneratedFile> before = files("a/A.java", "1", "a/B.java", "1", "old/C.java", "1");
        List<GeneratedFile> interrupted = files("a/A.java", "2", "ghost/D.java", "2", "z/Z.java", "2");
        List<GeneratedFile> after = files("a/A.java", "3", "a/B.java", "3");
        for (String blocked : List.of("a/A.java", "ghost/D.java", "z/Z.java")) {
            directory.write(before);
            // A folder full of something stands where a file should go: writing stops there, in the middle of a run.
            Path obstacle = root.resolve(blocked);
            Files.deleteIfExists(obstacle);
            Files.createDirectories(obstacle.resolve("full"));

            assertThatThrownBy(() -> directory.write(interrupted)).isInstanceOf(IOException.class);
            assertThat(manifest).doesNotExist();
            Files.delete(obstacle.resolve("full"));
            Files.delete(obstacle);
            directory.write(after);

            assertThat(tree()).as(blocked).isEqualTo(Map.of("a/A.java", "3", "a/B.java", "3"));
            assertThat(manifest).exists();
        }
    }

    @Test
    void T_A14_aRunThatFailsLeavesNobodyAtWork() throws IOException {
        GeneratedFile[] many = IntStream.range(0, 400)
                .mapToObj(i -> new GeneratedFile(GeneratedFile.Kind.SOURCE, "a/F" + i + ".java", "x".repeat(10_000)))
                .toArray(GeneratedFile[]::new);
        Files.createDirectories(root.resolve("a/F200.java/full"));

        assertThatThrownBy(() -> directory.write(List.of(many))).isInstanceOf(IOException.class);

        Map<String, String> left = tree();
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        assertThat(tree().keySet()).isEqualTo(left.keySet());
    }

    @Test
    void T_A14_removesTemporaryFilesOfAKilledRun() throws IOException {
        directory.write(files("a/A.java", "1"));
        Files.move(manifest, manifest.resolveSibling("manifest.journal"));
        Files.writeString(root.resolve("a/A.java.mcp-codegen-tmp"), "half");

        directory.write(files("b/B.java", "1"));

        assertThat(tree()).isEqualTo(Map.of("b/B.java", "1"));
    }

    private static List<GeneratedFile> files(String... pathsAndContents) {
        List<String> words = Arrays.asList(pathsAndContents);
        return Stream.iterate(0, i -> i < words.size(), i -> i + 2)
                .map(i -> new GeneratedFile(GeneratedFile.Kind.SOURCE, words.get(i), words.get(i + 1)))
                .toList();
    }

    private Map<String, String> tree() throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                tree.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return tree;
    }
}
