package dev.mcpcodegen.it.corpus.raw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.it.corpus.TempApi;
import dev.mcpcodegen.it.corpus.schema.SchemaJudge;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class RawSchemasTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    @Test
    void understandsTheDialectOf30() {
        String schema = """
                type: object
                required: [id, name, age]
                properties:
                  id: {type: string, readOnly: true}
                  name: {type: string, nullable: true}
                  age: {type: integer, minimum: 0, exclusiveMinimum: true}
                """;
        assertThat(violations("3.0.3", schema, "{\"name\": null, \"age\": 1}")).isEmpty();
        assertThat(violations("3.0.3", schema, "{\"name\": null, \"age\": 0}")).hasSize(1);
        assertThat(violations("3.0.3", schema, "{\"age\": 1}")).hasSize(1);
    }

    @Test
    void followsReferencesThatComeBack() {
        String schema = """
                type: object
                required: [value]
                properties:
                  value: {type: integer}
                  next: {$ref: '#/components/schemas/Sent'}
                """;
        assertThat(violations("3.1.0", schema, "{\"value\": 1, \"next\": {\"value\": 2}}"))
                .isEmpty();
        assertThat(violations("3.1.0", schema, "{\"value\": 1, \"next\": {}}")).hasSize(1);
    }

    @Test
    void closedPartsMayAddToOneAnother() {
        String schema = """
                allOf:
                  - {type: object, additionalProperties: false, properties: {a: {type: string}}}
                  - {type: object, additionalProperties: false, properties: {b: {type: integer}}}
                """;
        assertThat(violations("3.0.3", schema, "{\"a\": \"x\", \"b\": 1}")).isEmpty();
        assertThat(violations("3.0.3", schema, "{\"b\": \"x\"}")).isNotEmpty();
    }

    @Test
    void partsThatExcludeOneAnotherAreEither() {
        String schema = "allOf: [{type: string}, {type: integer, maximum: 3}]";
        assertThat(violations("3.0.3", schema, "\"a\"")).isEmpty();
        assertThat(violations("3.0.3", schema, "2")).isEmpty();
        assertThat(violations("3.0.3", schema, "true")).isNotEmpty();
        assertThat(violations("3.0.3", "allOf: [{type: number}, {type: integer}]", "1.5"))
                .isNotEmpty();
    }

    @Test
    void onlyWhatNeverEndsNeedNotBeThere() {
        String endless =
                "{type: object, required: [id, next], properties: {id: {}, next: {$ref: '#/components/schemas/Sent'}}}";
        String list = endless.replace(
                "{$ref: '#/components/schemas/Sent'}", "{type: array, items: {$ref: '#/components/schemas/Sent'}}");
        assertThat(violations("3.0.3", endless, "{\"id\": 1}")).isEmpty();
        assertThat(violations("3.0.3", endless, "{}")).isNotEmpty();
        assertThat(violations("3.0.3", list, "{\"id\": 1}")).isNotEmpty();
    }

    @Test
    void aPatternThatIsALiteralMeansWhatIsWithin() {
        assertThat(violations("3.0.3", "{type: string, pattern: '/^[a-c]+$/i'}", "\"aB\""))
                .isEmpty();
        assertThat(violations("3.0.3", "{type: string, pattern: '/^[a-c]+$/i'}", "\"x\""))
                .isNotEmpty();
        assertThat(violations("3.0.3", "{type: string, pattern: '/stem/'}", "\"stem\""))
                .isNotEmpty();
    }

    @Test
    void whatIsRequiredIsNotForbidden() {
        String closed = "{type: object, required: [%s], additionalProperties: false, properties: {path: {}}}";
        assertThat(violations("3.0.3", closed.formatted("op"), "{\"op\": \"add\"}"))
                .isEmpty();
        assertThat(violations("3.0.3", closed.formatted("op"), "{}")).isNotEmpty();
        assertThat(violations("3.0.3", closed.formatted("path"), "{\"path\": 1, \"x\": 1}"))
                .isNotEmpty();
    }

    @Test
    void aClosedObjectMayBeEachOfItsAlternatives() {
        String schema =
                "{type: object, additionalProperties: false, oneOf: [{required: [op], properties: {op: {enum: [a]}}}, {}]}";
        assertThat(violations("3.0.3", schema, "{\"op\": \"a\"}")).isEmpty();
        assertThat(violations("3.0.3", schema.replace("required: [op], ", ""), "{\"x\": 1}"))
                .isNotEmpty();
    }

    @Test
    void overlappingAlternativesAreNoFault() {
        String schema = "oneOf: [{type: integer}, {type: number}]";
        assertThat(violations("3.0.3", schema, "1")).isEmpty();
        assertThat(violations("3.0.3", schema, "\"a\"")).isNotEmpty();
    }

    @Test
    void anObjectUnitesItsAlternatives() {
        RawApi api = api("3.0.3", """
                allOf:
                  - {type: object, required: [kind], properties: {kind: {type: string}}}
                  - oneOf:
                      - {required: [a, both], properties: {a: {type: string}, both: {type: string}}}
                      - {required: [b, both], properties: {b: {type: string}, both: {type: integer}}}
                """);
        RawObject object =
                RawObject.of(api, api.root().get("components").get("schemas").get("Sent"));
        assertThat(object.names()).containsExactly("kind", "a", "both", "b");
        assertThat(object.required()).containsExactlyInAnyOrder("kind", "both");
        assertThat(object.hasAlternatives()).isTrue();
        SchemaJudge judge = new SchemaJudge();
        assertThat(judge.violations(object.relaxed(), JSON.readTree("{\"kind\": \"x\", \"both\": 1, \"a\": \"y\"}")))
                .isEmpty();
        assertThat(judge.violations(object.relaxed(), JSON.readTree("{\"kind\": \"x\", \"both\": true}")))
                .isNotEmpty();
    }

    private List<SchemaJudge.Violation> violations(String version, String schema, String value) {
        RawApi api = api(version, schema);
        RawPlace place = api.root().get("components").get("schemas").get("Sent");
        return new SchemaJudge().violations(RawSchemas.standalone(api, place), JSON.readTree(value));
    }

    private RawApi api(String version, String schema) {
        return TempApi.of(
                folder,
                "openapi: " + version + "\npaths: {}\ncomponents:\n  schemas:\n    Sent:\n"
                        + schema.strip().indent(6));
    }
}
