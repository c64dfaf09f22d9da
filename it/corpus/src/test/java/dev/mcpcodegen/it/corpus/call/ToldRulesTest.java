package dev.mcpcodegen.it.corpus.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ToldRulesTest {

    private static final Set<String> NAMES = Set.of("a", "b", "c");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Pays. Needs `a` or `b` and `c`. | {} | a",
                "Needs a or b and c. | {\"b\":1,\"c\":1} | ''",
                "Needs b and c or a. | {} | b,c",
                "Needs at least 2 of its properties. | {\"a\":1} | b",
                "Needs at least 1 of b, c. | {\"a\":1} | b",
                "Needs a subscription. | {} | ''"
            })
    void readsWhatAModelReads(String words, String given, String needed) {
        ObjectNode object = (ObjectNode) new JsonMapper().readTree(given);

        assertThat(String.join(",", ToldRules.needed(words, NAMES, object))).isEqualTo(needed);
    }

    @Test
    void readsHowManyEntriesThereMustBe() {
        assertThat(ToldRules.leastEntries("Needs at least 3 entries.")).isEqualTo(3);
        assertThat(ToldRules.leastEntries("Anything.")).isZero();
    }
}
