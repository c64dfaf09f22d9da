package dev.mcpcodegen.codegen.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProseTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "See [the guide](https://example.com/a) first. | See the guide first.",
                "A **strong** and *soft* `word`. | A strong and soft word.",
                "<p>One<br/>two</p> | ~One\ntwo~",
                "~Gets a.\n\n[OpenAPI Spec](https://x.example/y)~ | Gets a.",
                "[Only a link](https://x.example/y) | Only a link",
                "a &lt; b &amp;&amp; c | a < b && c",
                "Ends. For more information, see [the docs](https://x.example/y). Goes on. | Ends. Goes on.",
                "2 * 3 * 4 and snake_case_name stay | 2 * 3 * 4 and snake_case_name stay",
                "if x<5 and y>3 | if x<5 and y>3",
                "~## Title\n\n\n\ntext   here~ | ~Title\ntext here~",
            })
    void keepsTheWordsAndDropsTheMarkup(String markdown, String plain) {
        assertThat(Prose.compact(markdown)).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "<",
                "*",
                "**",
                "<!--",
                "[a](",
                "See [",
                "\n",
                " ",
                "_",
                "`",
                "| - ",
                "media types.\n- application/vnd."
            })
    void T_A09_isLinearInWhatVendorsWrite(String piece) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Prose.compact(piece.repeat(3_000)));
    }

    @Test
    void ofTheFormsOfAnAnswerOnlyTheDefaultIsTold() {
        String markdown = """
                Gets an issue. This endpoint supports these media types. For more information, see "[Media types](https://x.example)."

                - **`application/vnd.acme.raw+json`**: Returns raw text. This is the default.
                - **`application/vnd.acme.html+json`**: Returns HTML.
                """;

        assertThat(Prose.compact(markdown)).isEqualTo("""
                Gets an issue. This endpoint supports these media types.
                - application/vnd.acme.raw+json: Returns raw text. This is the default.""");
        assertThat(Prose.compact(markdown.replace("This is the default.", ""))).isEqualTo("Gets an issue.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Uploads a file of one of these media types.\n- image/png: a picture\n- application/vnd.ms-excel: a sheet",
                "Supports media types.\n- application/vnd.acme.raw+json: Raw.\n- application/vnd.acme.diff: A diff.",
                "Custom media types.\n- application/vnd.acme.raw+json: All there is to say of this tool."
            })
    void otherListsOfMediaTypesStay(String text) {
        assertThat(Prose.compact(text)).isEqualTo(text);
    }

    @Test
    void aSentenceIsToldOnceATool() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("owner").put("description", "The owner. The name is not case sensitive.");
        properties.putObject("repo").put("description", "The repository. The name is not case sensitive.");

        RepeatedSentences.drop("Gets a repository.", schema);

        assertThat(schema.at("/properties/owner/description").asText())
                .isEqualTo("The owner. The name is not case sensitive.");
        assertThat(schema.at("/properties/repo/description").asText()).isEqualTo("The repository.");
    }
}
