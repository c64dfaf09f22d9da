package dev.mcpcodegen.runtime.arguments;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.regex.RegularExpression;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearPatternsTest {

    /** A busy machine may be slow; an engine that backtracks never ends. */
    private static final Duration BACKTRACKING_TAKES_LONGER = Duration.ofSeconds(5);

    private final LinearPatterns patterns = new LinearPatterns();

    @Test
    void findsAnywhereUnlessAnchored() {
        assertThat(patterns.getRegularExpression("b+").matches("abc")).isTrue();
        assertThat(patterns.getRegularExpression("^b+").matches("abc")).isFalse();
        assertThat(patterns.getRegularExpression("^[\\w.+-]+@[\\w-]+\\.[a-z]{2,10}$")
                        .matches("a.b@c.de"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(?=a)b", "(a)\\1", "(unclosed", "\\u00e9x"})
    void doesNotEnforceWhatCannotRunInLinearTime(String pattern) {
        assertThat(patterns.getRegularExpression(pattern).matches("zzz")).isTrue();
    }

    @Test
    void T_A09_leavesTextsToTheVendorThatWouldTakeTooManySteps() {
        RegularExpression big = patterns.getRegularExpression("^a{1000}$");

        assertThat(big.matches("b".repeat(1_000))).isFalse();
        assertThat(big.matches("b".repeat(50_000))).isTrue();
        assertThat(patterns.getRegularExpression("^[a-z]+$").matches("B".repeat(50_000)))
                .as("a usual pattern is enforced also on a long text")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a{1000}){1000}", "(((a{1000}){1000}){1000}){1000}", "((a{100}){100}){100,}b"})
    void T_A09_doesNotCompilePatternsThatExplode(String pattern) {
        long start = System.nanoTime();

        assertThat(patterns.getRegularExpression(pattern).matches("b")).isTrue();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BACKTRACKING_TAKES_LONGER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(.*a){12}$",
                "(a+)+$",
                "(a|a)*$",
                "(a|aa)+$",
                "([a-zA-Z]+)*$",
                "(.*a){20}b",
                "(a*)*b",
                "(x+x+)+y",
                "^(a+)+$",
                "(a|b|ab)*c",
                "^([a-z0-9]+[-.]?)+@x$",
                "^(([a-z])+.)+[A-Z]([a-z])+$",
                "(\\w*)*!",
                "(\\d+)*x",
                "^(.*?,){11}P",
                "(a?){30}a{30}",
                "((a*)*)*b",
                "(.+)+!",
                "^(\\s*\\S+\\s*)*$!",
                "(?:a+){5,}b",
                "([ab]*)*c",
                "(a+a+)+b",
                "^(\\w+\\s?)*$!",
                "(.*)*x{2}",
                "(.*.*.*)=",
                "(a*a*a*a*)*b",
                "(.|a)*!",
                "(?i)(A+)+$!",
                "^(?:(?:a+)b?)*$!",
                "(\\p{L}+)*9"
            })
    void T_A09_isLinearInTheText(String pattern) {
        RegularExpression compiled = patterns.getRegularExpression(pattern);
        String text = "a".repeat(49_999) + "\u0001";
        compiled.matches(text.substring(0, 20_000)); // a first run loads classes and compiles code

        long start = System.nanoTime();
        compiled.matches(text);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BACKTRACKING_TAKES_LONGER);
    }
}
