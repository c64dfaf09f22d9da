package dev.mcpcodegen.runtime.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.runtime.arguments.InputSchema;
import dev.mcpcodegen.runtime.tool.ToolJson;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class AuditArgumentsTest {

    private static final String SCHEMA = """
            {"type": "object", "properties": {
               "pin": {"type": "string", "writeOnly": true},
               "phrase": {"type": "string", "format": "password"},
               "login": {"$ref": "#/$defs/login"},
               "logins": {"type": "array", "items": {"$ref": "#/$defs/login"}},
               "pins": {"type": "array", "items": {"type": "object", "properties": {"n": {"type": "integer", "writeOnly": true}}}}},
             "$defs": {"login": {"type": "object", "properties": {"user": {"type": "string"}, "code": {"type": "string", "writeOnly": true}}}}}
            """;

    @Test
    void T_F02_hidesWhatTheSchemaSaysIsSecret() {
        assertRedacted(
                "{\"pin\":\"canary\",\"phrase\":\"canary\",\"login\":{\"user\":\"ada\",\"code\":\"canary\"},"
                        + "\"logins\":[{\"code\":\"canary\"}],\"pins\":[{\"n\":1234}]}",
                "{\"pin\":\"***\",\"phrase\":\"***\",\"login\":{\"user\":\"ada\",\"code\":\"***\"},"
                        + "\"logins\":[{\"code\":\"***\"}],\"pins\":[{\"n\":\"***\"}]}");
    }

    @Test
    void T_F02_hidesWhatIsNamedLikeASecret() {
        assertRedacted(
                "{\"password\":\"canary\",\"new-Password\":\"canary\",\"api_key\":\"canary\",\"clientSecret\":{\"a\":\"canary\"},"
                        + "\"access_token\":[\"canary\"],\"x\":{\"Authorization\":\"canary\"},\"has_password\":true,\"token\":null}",
                "{\"password\":\"***\",\"new-Password\":\"***\",\"api_key\":\"***\",\"clientSecret\":\"***\","
                        + "\"access_token\":\"***\",\"x\":{\"Authorization\":\"***\"},\"has_password\":true,\"token\":null}");
    }

    @Test
    void T_F02_hidesJsonTextThatStandsForAnObject() {
        assertRedacted(
                "{\"login\":\"{\\\"code\\\":\\\"canary\\\"}\",\"note\":\"{kept}\"}",
                "{\"login\":\"<17 characters of JSON>\",\"note\":\"{kept}\"}");
    }

    @Test
    void showsFilesByTheirSize() {
        assertRedacted(
                "{\"file\":{\"filename\":\"a.pdf\",\"content_base64\":\"" + "QUJD".repeat(100) + "\"}}",
                "{\"file\":{\"filename\":\"a.pdf\",\"content_base64\":\"<400 base64 characters>\"}}");
    }

    @Test
    void shortensLongTextAndLeavesTheRest() {
        assertRedacted(
                "{\"note\":\"" + "x".repeat(2000) + "\",\"amount\":100.0,\"ids\":[1,2],\"due\":null}",
                "{\"note\":\"" + "x".repeat(1024)
                        + "... <2000 characters>\",\"amount\":100.0,\"ids\":[1,2],\"due\":null}");
    }

    private static void assertRedacted(String arguments, String expected) {
        ObjectNode sent = json(arguments);

        assertThat(AuditArguments.redact(sent, InputSchema.of(json(SCHEMA)))).isEqualTo(json(expected));
        assertThat(sent).as("the given tree is not changed").isEqualTo(json(arguments));
    }

    private static ObjectNode json(String json) {
        return (ObjectNode) ToolJson.MAPPER.readTree(json);
    }
}
