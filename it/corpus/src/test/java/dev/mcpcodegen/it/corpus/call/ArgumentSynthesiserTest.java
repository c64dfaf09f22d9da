package dev.mcpcodegen.it.corpus.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.it.corpus.schema.SchemaJudge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ArgumentSynthesiserTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final SchemaJudge judge = new SchemaJudge();

    @Test
    void givesWhatIsRequiredOrEverything() {
        JsonNode schema = schema("""
                {"type": "object", "required": ["a"], "properties": {
                  "a": {"type": "string"}, "b": {"type": "integer"},
                  "c": {"type": "object", "properties": {"d": {"type": "boolean"}}}}}""");
        assertThat(ArgumentSynthesiser.required(schema).toString()).isEqualTo("{\"a\":\"sample\"}");
        assertThat(ArgumentSynthesiser.all(schema).toString())
                .isEqualTo("{\"a\":\"sample\",\"b\":1,\"c\":{\"d\":true}}");
    }

    @Test
    void endsWhereASchemaComesBackToItself() {
        JsonNode schema = schema("""
                {"type": "object", "properties": {"tree": {"$ref": "#/$defs/Node"}}, "$defs": {"Node": {
                  "type": "object", "required": ["children"], "properties": {
                    "name": {"type": "string"}, "parent": {"$ref": "#/$defs/Node"},
                    "children": {"type": "array", "items": {"$ref": "#/$defs/Node"}}}}}}""");
        JsonNode all = ArgumentSynthesiser.all(schema);
        assertThat(all.toString()).isEqualTo("{\"tree\":{\"children\":[],\"name\":\"sample\"}}");
        assertThat(judge.violations(schema, all)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"integer\", \"exclusiveMinimum\": 10, \"multipleOf\": 7}",
                "{\"type\": \"number\", \"exclusiveMinimum\": 0, \"exclusiveMaximum\": 1}",
                "{\"type\": \"integer\", \"maximum\": -5}",
                "{\"type\": \"string\", \"minLength\": 300, \"maxLength\": 300}",
                "{\"type\": \"string\", \"maxLength\": 2}",
                "{\"type\": [\"null\", \"string\"], \"enum\": [null, \"x\"]}",
                "{\"type\": \"array\", \"minItems\": 3, \"uniqueItems\": true, \"items\": {\"enum\": [1, 2, 3]}}",
                "{\"anyOf\": [{\"type\": \"null\"}, {\"type\": \"integer\", \"minimum\": 4}]}",
                "{\"type\": \"object\", \"minProperties\": 2, \"additionalProperties\": {\"type\": \"integer\"}}",
                "{\"allOf\": [{\"type\": \"string\", \"minLength\": 9}, {\"minLength\": 12}]}",
                "{\"type\": \"string\", \"pattern\": \"^[A-Z]{3}-[0-9]{2,4}$\", \"minLength\": 8}",
                "{\"type\": \"array\", \"minItems\": 2, \"uniqueItems\": true, \"items\":"
                        + " {\"type\": \"string\", \"pattern\": \"^(0|[1-9][0-9]*)$\"}}",
                "{\"type\": \"string\", \"format\": \"date\", \"pattern\": \"^[0-9]{4}-[0-9]{2}-[0-9]{2}$\"}"
            })
    void fitsTheSchema(String property) {
        JsonNode schema =
                schema("{\"type\": \"object\", \"required\": [\"p\"], \"properties\": {\"p\": " + property + "}}");
        assertThat(judge.violations(schema, ArgumentSynthesiser.required(schema)))
                .isEmpty();
        assertThat(judge.violations(schema, ArgumentSynthesiser.all(schema))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^(sk|pk)_(live|test)_[a-zA-Z0-9]{24}$",
                "^\\d{4}(-\\d{2}){2}$",
                "^(?:[a-z]+\\.)*example\\.(com|org)$",
                "^[^\\s/]+/[^\\s/]+$",
                "^\\+?[1-9]\\d{1,14}$",
                "[\\]x]{2}\\u0041\\x42",
                "^$|^a{5}$"
            })
    void matchesThePattern(String regex) {
        assertThat(PatternExample.of(regex, 0, 100, 0))
                .hasValueSatisfying(text -> assertThat(text).containsPattern(regex));
    }

    private static JsonNode schema(String json) {
        return JSON.readTree(json);
    }
}
