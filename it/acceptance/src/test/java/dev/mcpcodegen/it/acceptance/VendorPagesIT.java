package dev.mcpcodegen.it.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The pages about vendors: all of one form, and what they name exists. */
final class VendorPagesIT {

    private static final Path PAGES =
            Path.of("").toAbsolutePath().resolve("../../docs/vendors").normalize();
    private static final Pattern SECTION = Pattern.compile("(?m)^## (.*)$");
    private static final Pattern PROMPT = Pattern.compile("(?m)^(\\d+)\\. ");
    private static final Pattern BLOCK = Pattern.compile("```(yaml|json)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("`([a-z0-9]+(?:_[a-z0-9]+){2,})`");

    static Stream<String> vendors() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            return pages.map(page -> page.getFileName().toString().replace(".md", "")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void hasTheFormOfAll(String vendor) throws IOException {
        String page = page(vendor);
        assertThat(found(SECTION, page)).containsExactly("What you need", "Connect", "Ask", "Limits", "What we assume");
        assertThat(found(PROMPT, page)).containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
        assertThat(page).contains("Claude Desktop", "Claude Code", "ChatGPT", "\"mcpServers\"");
        assertThat(page).contains(report(vendor).path("totals").path("tools").asInt() + " tools");
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void grantsWhatThereIs(String vendor) throws IOException {
        List<JsonNode> tools = report(vendor).path("tools").valueStream().toList();
        List<JsonNode> blocks = BLOCK.matcher(page(vendor))
                .results()
                .filter(block -> block.group(1).equals("yaml") && block.group(2).startsWith("accounts:"))
                .map(block -> new YAMLMapper().readTree(block.group(2)))
                .toList();

        assertThat(blocks).isNotEmpty();
        for (JsonNode block : blocks) {
            assertThat(block.path("accounts")
                            .valueStream()
                            .map(account -> account.path("integration").asString()))
                    .containsOnly(vendor);
            assertThat(block.path("grants").valueStream()).isNotEmpty().allSatisfy(grant -> {
                assertThat(block.path("accounts").has(grant.path("account").asString()))
                        .isTrue();
                for (JsonNode tag : grant.path("tags")) {
                    assertThat(tools)
                            .anyMatch(tool -> tool.path("tags").valueStream().anyMatch(tag::equals));
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void namesToolsThatExist(String vendor) throws IOException {
        List<String> names = ToolReport.of(vendor).names();
        assertThat(found(CODE, page(vendor)).stream().filter(name -> name.contains(vendor + "_")))
                .isSubsetOf(names);
    }

    private static List<String> found(Pattern pattern, String page) {
        return pattern.matcher(page).results().map(VendorPagesIT::group).toList();
    }

    private static String group(MatchResult result) {
        return result.group(1);
    }

    private static String page(String vendor) throws IOException {
        return Files.readString(PAGES.resolve(vendor + ".md"));
    }

    private static JsonNode report(String vendor) throws IOException {
        return Http.JSON
                .readTree(Files.readString(Artifacts.report()))
                .path("integrations")
                .valueStream()
                .filter(integration -> integration.path("name").asString().equals(vendor))
                .findFirst()
                .orElseThrow();
    }
}
