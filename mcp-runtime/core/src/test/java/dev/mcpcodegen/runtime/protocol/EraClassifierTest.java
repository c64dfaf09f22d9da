package dev.mcpcodegen.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.runtime.tool.ToolJson;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class EraClassifierTest {

    private final EraClassifier classifier = new EraClassifier();

    /** Version in the body, version in the header, what comes of it. */
    @ParameterizedTest
    @CsvSource({
        "2026-07-28, 2026-07-28, 2026-07-28",
        "2026-07-28,           , -32020",
        "2026-07-28, 2025-11-25, -32020",
        "v999,       2026-07-28, -32020",
        "v999,       v999,       -32022",
        "2025-11-25, 2025-11-25, -32022",
        "          , 2026-07-28, -32602",
        "          , 2099-01-01, -32022",
        "          , 2025-11-25, 2025-11-25",
        "          , 2025-06-18, 2025-06-18",
        "          , 2024-11-05, 2024-11-05",
        "          ,           , 2025-03-26"
    })
    void theBodyDecidesAndTheHeaderMustAgree(@Nullable String body, @Nullable String header, String expected) {
        McpRequest request = request("tools/list", body);

        assertThat(outcome(request, header, "Mcp-Method", "tools/list")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2025-11-25", "nonsense", "''"})
    void aHandshakeIgnoresTheHeaderUnlessItIsModern(String header) {
        assertThat(outcome(request("initialize", null), header)).isEqualTo("2025-11-25");
    }

    @Test
    void aHandshakeWithAModernHeaderLacksItsEnvelope() {
        assertThat(outcome(request("initialize", null), "2026-07-28")).isEqualTo("-32602");
    }

    @Test
    void theMethodHeaderIsNoSignOfAnEra() {
        assertThat(outcome(request("initialize", null), null, "Mcp-Method", "initialize"))
                .isEqualTo("2025-11-25");
    }

    @ParameterizedTest
    @CsvSource({
        "tools/call,        get_person,                   2026-07-28",
        "TOOLS/CALL,        get_person,                   -32020",
        "                 , get_person,                   -32020",
        "tools/call,                  ,                   -32020",
        "tools/call,        Get_Person,                   -32020",
        "tools/call,        =?base64?Z2V0X3BlcnNvbg==?=,  2026-07-28",
        "tools/call,        =?base64?Z2V0X3BlcnNvbg?=,    -32020",
        "=?base64?dG9vbHMvY2FsbA==?=, get_person,         -32020"
    })
    void T_C08_standardHeadersMustRepeatTheBody(@Nullable String method, @Nullable String name, String expected) {
        McpRequest request = request("tools/call", "2026-07-28");
        ((ObjectNode) Objects.requireNonNull(request.params())).put("name", "get_person");

        assertThat(outcome(request, "2026-07-28", "Mcp-Method", method, "Mcp-Name", name))
                .isEqualTo(expected);
    }

    @Test
    void anEnvelopeNeedsTheClientsCapabilities() {
        McpRequest request = request("tools/list", "2026-07-28");
        Objects.requireNonNull(request.meta()).remove("io.modelcontextprotocol/clientCapabilities");

        assertThat(outcome(request, "2026-07-28", "Mcp-Method", "tools/list")).isEqualTo("-32602");
    }

    @Test
    void anUnsupportedVersionIsToldWhatIsSupported() {
        Classified.Refused refused = (Classified.Refused)
                classifier.classify(request("tools/list", "v999"), headers("MCP-Protocol-Version", "v999"));

        assertThat(String.valueOf(refused.error().data()))
                .isEqualTo("{\"supported\":[\"2026-07-28\"],\"requested\":\"v999\"}");
        assertThat(refused.status()).isEqualTo(400);
    }

    private String outcome(McpRequest request, @Nullable String version, @Nullable String... others) {
        String[] all = Stream.concat(Stream.of("MCP-Protocol-Version", version), Arrays.stream(others))
                .toArray(String[]::new);
        Classified classified = classifier.classify(request, headers(all));
        return classified instanceof Classified.Served served
                ? served.revision().date()
                : String.valueOf(((Classified.Refused) classified).error().code());
    }

    private static RequestHeaders headers(@Nullable String... namesAndValues) {
        return name -> {
            for (int i = 0; i < namesAndValues.length; i += 2) {
                if (name.equalsIgnoreCase(namesAndValues[i]) && namesAndValues[i + 1] != null) {
                    return List.of(namesAndValues[i + 1]);
                }
            }
            return List.of();
        };
    }

    private static McpRequest request(String method, @Nullable String version) {
        ObjectNode params = ToolJson.MAPPER.createObjectNode();
        if (version != null) {
            ObjectNode meta = params.putObject("_meta").put("io.modelcontextprotocol/protocolVersion", version);
            meta.putObject("io.modelcontextprotocol/clientCapabilities");
        }
        return new McpRequest("1", method, params, null);
    }
}
