package dev.mcpcodegen.codegen.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.codegen.model.PropertyModel;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyAlternativesTest {

    /** A question mark stands for optional. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "a b; a c | Takes either `a`, `b`; or `a`, `c`.",
                "a b; b | -",
                "b; a b | -",
                "a b; b; c | Takes either `a` (optional), `b`; or `c`.",
                "a b? ; a | -",
                "a; a b c | Takes either `a`; or `a`, `b`, `c`.",
                "a b; a b | -",
                "a b?; b a? | Takes either `a`, `b` (optional); or `b`, `a` (optional).",
                "a | -"
            })
    void tellsOnlyAChoice(String alternatives, String sentence) {
        String told = BodyAlternatives.inWords(Arrays.stream(alternatives.split(";"))
                .map(BodyAlternativesTest::properties)
                .toList());

        assertThat(told).isEqualTo(sentence == null ? "" : sentence);
    }

    private static List<PropertyModel> properties(String names) {
        return Stream.of(names.strip().split(" "))
                .map(name -> new PropertyModel(
                        name.replace("?", ""),
                        "",
                        TypeModel.StringType.PLAIN,
                        !name.endsWith("?"),
                        PropertyModel.Notes.of("")))
                .toList();
    }
}
