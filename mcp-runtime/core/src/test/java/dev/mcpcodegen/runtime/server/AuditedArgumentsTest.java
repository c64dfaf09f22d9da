package dev.mcpcodegen.runtime.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.runtime.tool.ToolJson;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class AuditedArgumentsTest {

    private static final String SCHEMA = """
            {"properties": {
              "pin": {"type": "string", "writeOnly": true},
              "word": {"type": "string", "format": "password"},
              "nested": {"properties": {"pin": {"writeOnly": true}}},
              "list": {"items": {"properties": {"pin": {"writeOnly": true}}}}}}
            """;

    @Test
    void T_F02_replacesSecretsBySchemaAndByName() {
        assertThat(audited("""
                        {"pin":"1","word":"2","name":"Ada","API-Key":"3","nested":{"pin":"4","x":5},
                         "list":[{"pin":"6"},{"user_password":{"a":1}}],"next_cursor":"c","access_token":"7"}
                        """))
                .isEqualTo("{\"pin\":\"***\",\"word\":\"***\",\"name\":\"Ada\",\"API-Key\":\"***\","
                        + "\"nested\":{\"pin\":\"***\",\"x\":5},\"list\":[{\"pin\":\"***\"},{\"user_password\":\"***\"}],"
                        + "\"next_cursor\":\"c\",\"access_token\":\"***\"}");
    }

    @Test
    void cutsLongTexts() {
        assertThat(audited("{\"file\":\"" + "x".repeat(5_000) + "\"}"))
                .hasSizeLessThan(1_100)
                .contains("(5000 characters)");
    }

    private static String audited(String arguments) {
        return AuditedArguments.of((ObjectNode) ToolJson.MAPPER.readTree(arguments), ToolJson.MAPPER.readTree(SCHEMA))
                .toString();
    }
}
