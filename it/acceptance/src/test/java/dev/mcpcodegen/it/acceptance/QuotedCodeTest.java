package dev.mcpcodegen.it.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/hand-written-tools.md shows is what is compiled and tested. */
final class QuotedCodeTest {

    private static final Path ROOT =
            Path.of("").toAbsolutePath().resolve("../..").normalize();
    private static final Path PAGE = ROOT.resolve("docs/hand-written-tools.md");

    /** A link to a file, and the code block that follows it. */
    private static final Pattern QUOTE =
            Pattern.compile("\\]\\(\\.\\./(it/examples/[^)]+)\\)[^`]*```\\w*\\n(.*?)```\\n", Pattern.DOTALL);

    @Test
    void isThatOfTheExamples() throws IOException {
        Map<String, String> quotes = quotes();

        assertThat(quotes).hasSize(6);
        for (Map.Entry<String, String> quote : quotes.entrySet()) {
            assertThat(quote.getValue()).as(quote.getKey()).isEqualTo(code(quote.getKey()));
        }
    }

    @Test
    void leavesNoExampleOut() throws IOException {
        Path sources = ROOT.resolve("it/examples/src/main/java");
        try (Stream<Path> files = Files.walk(sources)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !file.endsWith("package-info.java"))
                            .map(file -> ROOT.relativize(file).toString().replace('\\', '/')))
                    .isSubsetOf(quotes().keySet());
        }
    }

    private static Map<String, String> quotes() throws IOException {
        Map<String, String> quotes = new LinkedHashMap<>();
        Matcher matcher = QUOTE.matcher(Files.readString(PAGE));
        while (matcher.find()) {
            quotes.put(matcher.group(1), matcher.group(2));
        }
        return quotes;
    }

    /** The package is the same in all of them, so the page does not repeat it. */
    private static String code(String file) throws IOException {
        return Files.readString(ROOT.resolve(file)).replaceFirst("^package [^;]+;\\n\\n", "");
    }
}
