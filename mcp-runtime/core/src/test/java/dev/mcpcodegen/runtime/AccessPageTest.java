package dev.mcpcodegen.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.runtime.access.StaticGrants;
import dev.mcpcodegen.runtime.access.StaticGrantsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/accounts-and-access.md} says is what the code reads. */
class AccessPageTest {

    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "mcpcodegen", "runtime");
    private static final Pattern SETTING = Pattern.compile("MCP_[A-Z_]*[A-Z]");
    private static final Pattern YAML = Pattern.compile("(?s)( *)```yaml\\n(.*?)```");

    @TempDir
    private Path folder;

    private static String page() throws IOException {
        return Files.readString(Path.of("..", "..", "docs", "accounts-and-access.md"));
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).distinct();
    }

    @Test
    void namesEverySettingAndNoOther() throws IOException {
        String settings = Files.readString(SOURCES.resolve("McpConfig.java"));

        assertThat(found(SETTING, page()))
                .containsExactlyInAnyOrderElementsOf(found(SETTING, settings).toList());
    }

    @Test
    void namesEveryKeyAndEveryTypeOfCredential() throws IOException {
        String readers = Files.readString(SOURCES.resolve("access/StaticGrantsReader.java"))
                + Files.readString(SOURCES.resolve("access/AccountReader.java"))
                + Files.readString(SOURCES.resolve("access/CredentialReader.java"));
        List<String> keys = Stream.concat(
                        found(Pattern.compile("(?<=\\.at\\(\")\\w+"), readers),
                        found(Pattern.compile("(?<=case \")\\w+"), readers))
                .distinct()
                .toList();

        assertThat(keys).contains("credential", "bearer", "servers", "tokenSha256");
        assertThat(keys).allSatisfy(key -> assertThat(page()).containsPattern("\\b" + key + "\\b"));
    }

    @Test
    void aRecipeOfALoginIsExplainedWithTheOverlay() throws IOException {
        String overlays = Files.readString(Path.of("..", "..", "docs", "overlay-and-x-mcp.md"));
        String reader = Files.readString(SOURCES.resolve("access/RecipeReader.java"));

        assertThat(found(Pattern.compile("(?<=\\.at\\(\")\\w+"), reader))
                .contains("derived", "expires")
                .allSatisfy(key -> assertThat(overlays).containsPattern("\\b" + key + "\\b"));
    }

    @Test
    void itsExamplesAreRead() throws IOException {
        List<String> examples = YAML.matcher(page())
                .results()
                .filter(block -> block.group(2).contains("accounts:"))
                .map(block -> block.group(2).replaceAll("(?m)^" + block.group(1), ""))
                .toList();

        assertThat(examples).hasSize(6);
        for (String example : examples) {
            Path file = Files.writeString(folder.resolve("mcp.yaml"), example);
            StaticGrants grants = new StaticGrantsReader(name -> "a-secret-for-" + name).read(file);
            assertThat(Objects.requireNonNull(grants)).isNotNull();
        }
    }
}
