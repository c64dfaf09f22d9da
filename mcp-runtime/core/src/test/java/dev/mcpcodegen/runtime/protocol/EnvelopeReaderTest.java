package dev.mcpcodegen.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeReaderTest {

    private final EnvelopeReader reader = new EnvelopeReader();

    @Test
    void readsARequest() {
        McpRequest request =
                request("{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":{\"name\":\"x\"}}");

        assertThat(request.method()).isEqualTo("tools/call");
        assertThat(request.text("name")).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-7",
                "123456789012345678901234567890",
                "\"a\"",
                "\"\"",
                "\"\\u0041\\/\\n\"",
                "\"ünï 😀\"",
                "\"a\\\"b\""
            })
    void keepsTheIdCharacterForCharacter(String id) {
        assertThat(request("{\"jsonrpc\":\"2.0\",\"id\": " + id + " ,\"method\":\"ping\"}")
                        .id())
                .isEqualTo(id);
        assertThat(request("{\"method\":\"ping\",\"params\":{},\"jsonrpc\":\"2.0\",\"id\":" + id + "}")
                        .id())
                .isEqualTo(id);
    }

    @Test
    void keepsALongStringIdCharacterForCharacter() {
        String id = "\"" + "ä".repeat(9_000) + "\"";

        assertThat(request("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"ping\"}")
                        .id())
                .isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "123456789012345678901234567890", "\"\"", "\"\\u0041\\/\"", "\"ünï 😀\""})
    void keepsTheProgressTokenCharacterForCharacter(String token) {
        String before =
                "{\"jsonrpc\":\"2.0\",\"method\":\"tools/call\",\"params\": {\"x\":{\"_meta\":{\"progressToken\":1}},";

        assertThat(request(before + "\"_meta\":{\"a\":[{}],\"progressToken\" : " + token + " }},\"id\":1}")
                        .progressToken())
                .isEqualTo(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12e144444444444", "1e-99999999999", "1.5E99999999999999999999"})
    void T_B08_aNumberBeyondAllNumbersIsNoJson(String number) {
        String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"a\":" + number + "}}";

        assertThat(reader.read(body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Envelope.Single.class,
                        single -> assertThat(single.message()).isInstanceOf(McpMessage.Malformed.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "1.5", "{}", "[7]"})
    void aProgressTokenOfAnotherTypeIsNone(String token) {
        assertThat(request(
                                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"_meta\":{\"progressToken\":"
                                        + token + "}}}")
                        .progressToken())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "1.5", "1e3", "{}", "[]", "[{\"a\":[1]}]"})
    void refusesIdsThatAreNeitherStringNorInteger(String id) {
        McpMessage.Malformed malformed = malformed("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"ping\"}");

        assertThat(malformed.error().code()).isEqualTo(RpcError.INVALID_REQUEST);
        assertThat(malformed.id()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "nonsense",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"} x",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"id\":2,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"a\":1,\"a\":2}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"a\":\"\\ud800\"}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"\\udc00\":1}}",
                "{\"jsonrpc\":\"2.0\",\"id\":\"\\ud83d\",\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":01,\"method\":\"ping\"}",
                "{'jsonrpc':'2.0'}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"a\":NaN}}",
                "\uFEFF{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}"
            })
    void T_B08_refusesWhatIsNoJson(String body) {
        McpMessage.Malformed malformed = malformed(body);

        assertThat(malformed.error().code()).isEqualTo(RpcError.PARSE_ERROR);
        assertThat(malformed.id()).isNull();
    }

    @Test
    void T_B08_limitsDepthAndNumbers() {
        String deep =
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":" + "[".repeat(70) + "]".repeat(70) + "}";
        String number = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"n\":" + "9".repeat(101) + "}}";
        String id = "{\"jsonrpc\":\"2.0\",\"id\":" + "9".repeat(101) + ",\"method\":\"ping\"}";

        assertThat(malformed(deep).error().code()).isEqualTo(RpcError.PARSE_ERROR);
        assertThat(malformed(number).error().code()).isEqualTo(RpcError.PARSE_ERROR);
        assertThat(malformed(id).error().code()).isEqualTo(RpcError.PARSE_ERROR);
    }

    @Test
    void T_B08_refusesBytesThatAreNotUtf8() {
        byte[] latin1 = "{\"jsonrpc\":\"2.0\",\"id\":\"é\",\"method\":\"ping\"}".getBytes(StandardCharsets.ISO_8859_1);
        byte[] utf16 = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}".getBytes(StandardCharsets.UTF_16LE);

        assertThat(malformed(latin1).error().code()).isEqualTo(RpcError.PARSE_ERROR);
        assertThat(malformed(utf16).error().code()).isEqualTo(RpcError.PARSE_ERROR);
    }

    @Test
    void tellsNotificationsAndResponsesFromRequests() {
        assertThat(message("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}"))
                .isEqualTo(new McpMessage.Notification("notifications/initialized"));
        assertThat(message("{\"jsonrpc\":\"2.0\",\"id\":3,\"result\":{\"deep\":[{}]}}"))
                .isEqualTo(new McpMessage.Response());
    }

    @Test
    void readsABatchWithItsMalformedElements() {
        Envelope envelope = read(
                "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"},7,[1],{\"jsonrpc\":\"2.0\",\"method\":\"x\"}]");

        assertThat(((Envelope.Batch) envelope).messages())
                .extracting(message -> message.getClass().getSimpleName())
                .containsExactly("McpRequest", "Malformed", "Malformed", "Notification");
    }

    @Test
    void numbersInParametersKeepTheirForm() {
        McpRequest request = request(
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"x\",\"params\":{\"n\":1.10,\"big\":12345678901234567890123}}");

        assertThat(String.valueOf(request.params())).isEqualTo("{\"n\":1.10,\"big\":12345678901234567890123}");
    }

    private McpRequest request(String body) {
        return (McpRequest) message(body);
    }

    private McpMessage.Malformed malformed(String body) {
        return (McpMessage.Malformed) message(body);
    }

    private McpMessage.Malformed malformed(byte[] body) {
        return (McpMessage.Malformed) ((Envelope.Single) reader.read(body)).message();
    }

    private McpMessage message(String body) {
        return ((Envelope.Single) read(body)).message();
    }

    private Envelope read(String body) {
        return reader.read(body.getBytes(StandardCharsets.UTF_8));
    }
}
