package dev.mcpcodegen.codegen.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpToDateCheckTest {

    @TempDir
    private Path project;

    private Path spec;
    private Path output;
    private UpToDateCheck check;

    @BeforeEach
    void runOnce() throws IOException {
        spec = write("src/main/specs/affinity/openapi.yaml", "openapi: 3.0.0");
        output = write("target/out/A.java", "class A {}");
        check = new UpToDateCheck(project.resolve("target/mcp-codegen/default/state"), project);
        check.remember(key("1"), List.of(output));
    }

    @Test
    void skipsWhenNothingChanged() throws IOException {
        assertThat(check.canSkip(key("1"))).isTrue();
    }

    @Test
    void skipsWhenAFileWasOnlyTouched() throws IOException {
        Files.setLastModifiedTime(spec, FileTime.fromMillis(1));
        Files.setLastModifiedTime(output, FileTime.fromMillis(1));

        assertThat(check.canSkip(key("1"))).isTrue();
    }

    @Test
    void runsWhenAnInputChangesAppearsOrGoes() throws IOException {
        Files.writeString(spec, "openapi: 3.0.1");
        Files.setLastModifiedTime(spec, FileTime.fromMillis(5));
        assertThat(check.canSkip(key("1"))).isFalse();
        Files.writeString(spec, "openapi: 3.0.0");
        assertThat(check.canSkip(key("1"))).isTrue();
        Path record = write("src/main/specs/affinity/docs/x.md", "x");
        assertThat(check.canSkip(key("1"))).isFalse();
        Files.delete(record);
        Files.delete(spec);
        assertThat(check.canSkip(key("1"))).isFalse();
    }

    @Test
    void runsWhenParametersOrVersionDiffer() throws IOException {
        assertThat(check.canSkip(key("2"))).isFalse();
        assertThat(check.canSkip(new UpToDateKey("1.1", Map.of("p", "1"), List.of(project.resolve("src")))))
                .isFalse();
    }

    @Test
    void runsWhenAnOutputIsChangedOrMissing() throws IOException {
        Files.writeString(output, "class B {}");
        Files.setLastModifiedTime(output, FileTime.fromMillis(5));
        assertThat(check.canSkip(key("1"))).isFalse();
        Files.delete(output);
        assertThat(check.canSkip(key("1"))).isFalse();
    }

    @Test
    void runsAfterARunThatDidNotEndAndWithADamagedState() throws IOException {
        Path state = project.resolve("target/mcp-codegen/default/state");
        String text = Files.readString(state);
        Files.writeString(state, text.substring(0, text.length() - 40));
        assertThat(check.canSkip(key("1"))).isFalse();
        Files.writeString(state, text);
        assertThat(check.canSkip(key("1"))).isTrue();
        check.forget();
        assertThat(check.canSkip(key("1"))).isFalse();
    }

    @Test
    void namesNoAbsolutePathInTheState() throws IOException {
        assertThat(project.resolve("target/mcp-codegen/default/state"))
                .content()
                .doesNotContain(project.toString())
                .contains(" src/main/specs/affinity/openapi.yaml", " target/out/A.java");
    }

    private UpToDateKey key(String parameter) {
        return new UpToDateKey("1.0", Map.of("p", parameter), List.of(project.resolve("src/main/specs")));
    }

    private Path write(String path, String content) throws IOException {
        Path file = project.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }
}
