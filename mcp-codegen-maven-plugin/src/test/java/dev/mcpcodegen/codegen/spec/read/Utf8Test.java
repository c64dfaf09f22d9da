package dev.mcpcodegen.codegen.spec.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "é", "aéb€c😀", "😀😀"})
    void isInTextOfEveryLength(String text) {
        assertThat(Utf8.isIn(text.getBytes(StandardCharsets.UTF_8))).isTrue();
    }

    @Test
    void isInARunLongerThanItsBuffer() {
        assertThat(Utf8.isIn("語".repeat(1000).getBytes(StandardCharsets.UTF_8))).isTrue();
    }

    /** A byte of ISO 8859-1, a lone continuation, an overlong slash, half a surrogate pair, and characters that end too early. */
    @ParameterizedTest
    @ValueSource(strings = {"61E962", "80", "C0AF", "EDA080", "E282", "61F09F9861", "F5808080"})
    void isNotInOtherBytes(String hex) {
        assertThat(Utf8.isIn(HexFormat.of().parseHex(hex))).isFalse();
    }

    @Test
    void findsEscapedSurrogates() {
        assertThat(Utf8.hasEscapedSurrogates("{\"\\ud800\": 1}".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(Utf8.hasEscapedSurrogates("\\uD800".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(Utf8.hasEscapedSurrogates("\\u00e9 \\u".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @Test
    void findsTheBraceAfterWhiteSpaceOnly() {
        assertThat(Utf8.isBraced(" \t\r\n{".getBytes(StandardCharsets.UTF_8))).isTrue();
        assertThat(Utf8.isBraced("openapi: {}".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(Utf8.isBraced(new byte[0])).isFalse();
    }
}
