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
    @ValueSource(strings = {"[", "<", "*", "**", "<!--", "[a](", "See [", "\n", " ", "_", "`", "| - "})
    void T_A09_isLinearInWhatVendorsWrite(String piece) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Prose.compact(piece.repeat(3_000)));
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
