package dev.mcpcodegen.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderValueTest {

    @ParameterizedTest
    @CsvSource({
        "=?base64?SGVsbG8=?=, Hello",
        "=?base64?w45sZQ==?=, Île",
        "=?BASE64?SGVsbG8=?=, =?BASE64?SGVsbG8=?=",
        "=?base64?SGVsbG8=, =?base64?SGVsbG8=",
        "=?base64?=, =?base64?=",
        "plain, plain"
    })
    void decodesTheBase64FormAndLeavesWhatResemblesIt(String header, String expected) throws Exception {
        assertThat(HeaderValue.decoded(name -> List.of(header), "Mcp-Name")).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=?base64?SGVsbG8?=",
                "=?base64?SGVsbG9=?=",
                "=?base64?SGVs bG8=?=",
                "=?base64?SGVs-G8=?=",
                "=?base64?/w==?="
            })
    void refusesBase64ThatIsNotExact(String header) {
        assertThatThrownBy(() -> HeaderValue.decoded(name -> List.of(header), "Mcp-Name"))
                .isInstanceOf(MalformedHeaderException.class)
                .hasMessageStartingWith("Mcp-Name");
    }

    @Test
    void trimsBlanks() throws Exception {
        assertThat(HeaderValue.single(name -> List.of(" \t name  "), "Mcp-Name"))
                .contains("name");
    }

    @Test
    void T_C08_refusesRepeatedAndUnprintableValues() {
        assertThatThrownBy(() -> HeaderValue.single(name -> List.of("a", "a"), "Mcp-Name"))
                .hasMessageContaining("more than once");
        assertThatThrownBy(() -> HeaderValue.single(name -> List.of("é"), "Mcp-Name"))
                .hasMessageContaining("visible ASCII");
    }
}
