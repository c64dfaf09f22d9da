package dev.mcpcodegen.it.corpus.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ClientSafetyTest {

    private final ClientSafety safety = new ClientSafety();

    @Test
    void passesWhatEveryClientTakes() {
        assertThat(check("a_tool", """
                {"type": "object", "properties": {"a.b-c_1": {"$ref": "#/$defs/A"}, "l": {"type": "array", "items": {}}},
                 "$defs": {"A": {"type": "string"}}}""")).isEmpty();
    }

    @Test
    void tellsWhatClientsRefuse() {
        assertThat(check("a tool", "{\"type\": \"object\"}")).containsExactly("unsafe-name: a tool");
        assertThat(check("b", "{\"type\": [\"object\"]}")).hasSize(1);
        assertThat(check("c", "{\"type\": \"object\", \"anyOf\": [{}]}")).hasSize(1);
        assertThat(check("d", "{\"type\": \"object\", \"properties\": {\"x\": {\"$ref\": \"#/$defs/None\"}}}"))
                .hasSize(1);
        assertThat(
                        check(
                                "e",
                                "{\"type\": \"object\", \"properties\": {\"x\": {\"items\": {\"properties\": {\"f[a]\": {}}}}}}"))
                .hasSize(1);
        assertThat(check("b", "{\"type\": \"object\"}")).containsExactly("duplicate-name: b");
    }

    private List<String> check(String name, String schema) {
        return safety.check(new JsonMapper().readTree("{\"name\": \"" + name + "\", \"inputSchema\": " + schema + "}"));
    }
}
