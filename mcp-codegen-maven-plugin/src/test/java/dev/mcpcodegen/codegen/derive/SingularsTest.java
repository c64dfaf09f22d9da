package dev.mcpcodegen.codegen.derive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class SingularsTest {

    /** Words at the ends of path segments in public descriptions, and a few that rules get wrong. */
    @ParameterizedTest
    @CsvFileSource(resources = "/derive/singulars.csv")
    void knowsTheSingularsOfWordsInPaths(String word, String singular) {
        assertThat(Singulars.of(word)).isEqualTo(singular);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/derive/singulars.csv")
    void leavesSingularsAlone(String word, String singular) {
        assertThat(Singulars.of(singular)).isEqualTo(singular);
    }
}
