package dev.mcpcodegen.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.codegen.model.IntegrationModel.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages of {@code docs} say what the compiler does. */
class DocsTest {

    private static final Path DOCS = Path.of("../docs");
    private static final Path RECIPE = Path.of("../it/projects/ci-recipe-updates-a-pinned-document");
    private static final Path EXTENSION_CHECK =
            Path.of("src/main/java/dev/mcpcodegen/codegen/spec/ExtensionCheck.java");

    @Test
    void everyReasonIsExplained() throws IOException {
        String page = Files.readString(DOCS.resolve("documentation-records.md"));

        assertThat(Reason.values())
                .allSatisfy(reason -> assertThat(page)
                        .contains("| `" + reason.name().toLowerCase(Locale.ROOT) + "` | " + reason.meaning() + " |"));
    }

    @Test
    void everyKeyThatIsReadIsExplained() throws IOException {
        String page = Files.readString(DOCS.resolve("overlay-and-x-mcp.md"));
        String source = Files.readString(EXTENSION_CHECK);
        Matcher key = Pattern.compile("\"([a-zA-Z]+)\"")
                .matcher(source.substring(source.indexOf("ROOT ="), source.indexOf("private final")));

        assertThat(key.results().map(match -> match.group(1)).distinct().toList())
                .hasSizeGreaterThan(30)
                .allSatisfy(name -> assertThat(page)
                        .as("docs/overlay-and-x-mcp.md explains %s", name)
                        .containsPattern("`[^`]*\\b" + name + "\\b[^`]*`"));
    }

    @Test
    void theRecipeIsTheOneThatIsRun() throws IOException {
        String page = Files.readString(DOCS.resolve("continuous-integration.md"));
        String steps = Files.readString(RECIPE.resolve("invoker.properties"));

        assertThat(page).contains(Files.readString(RECIPE.resolve("update-spec.sh")));
        try (Stream<String> commands = page.lines().filter(line -> line.startsWith("mvn mcp-codegen:"))) {
            assertThat(commands.map(command -> command.substring("mvn mcp-codegen:".length()))
                            .toList())
                    .hasSize(2)
                    .allSatisfy(command -> assertThat(steps).contains(":" + command));
        }
    }
}
