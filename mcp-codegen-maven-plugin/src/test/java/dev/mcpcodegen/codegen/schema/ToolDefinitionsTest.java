package dev.mcpcodegen.codegen.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialects;
import dev.mcpcodegen.codegen.TestApi;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.runtime.tool.ToolJson;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ToolDefinitionsTest {

    private static final Schema METASCHEMA = SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12, builder -> {})
            .getSchema(SchemaLocation.of(Dialects.getDraft202012().getId()));

    private static TestApi body(String schema, String components) {
        return TestApi.of("""
                paths:
                  /a:
                    post:
                      description: Creates something.
                      requestBody: {content: {application/json: {schema: {type: object, properties: {p: %s}}}}}
                      responses: {'200': {description: OK, content: {application/json: {schema: {type: object,
                        properties: {p: %s}}}}}}
                components: {schemas: {%s}}
                """.formatted(schema, schema, components));
    }

    private static JsonNode definition(TestApi api) {
        IntegrationModel integration = api.tools();
        return ToolJson.MAPPER.readTree(
                ToolDefinitions.of(integration.tools().get(0), integration).json());
    }

    private static JsonNode input(String schema) {
        return definition(body(schema, "")).at("/inputSchema/properties/p");
    }

    private static void assertValid(JsonNode definition) {
        for (String schema : List.of("inputSchema", "outputSchema")) {
            if (definition.has(schema)) {
                List<Error> errors = METASCHEMA.validate(definition.path(schema).toString(), InputFormat.JSON);
                assertThat(errors).as(definition.path(schema).toPrettyString()).isEmpty();
                assertThat(definition.path(schema).path("type").asString()).isEqualTo("object");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: string, format: date} | {\"type\":\"string\",\"format\":\"date\"}",
                "{type: string, nullable: true} | {\"anyOf\":[{\"type\":\"string\"},{\"type\":\"null\"}]}",
                "{type: string, enum: [a], nullable: true} |"
                        + " {\"anyOf\":[{\"type\":\"string\",\"enum\":[\"a\"]},{\"type\":\"null\"}]}",
                "{type: integer, minimum: 1, default: 5} | {\"type\":\"integer\",\"minimum\":1,\"default\":5}",
                "{type: integer, enum: [1]} | {\"type\":\"integer\",\"enum\":[1]}",
                "{type: boolean, deprecated: true} | {\"type\":\"boolean\",\"description\":\"Deprecated.\"}",
                "{type: string, writeOnly: true} | {\"type\":\"string\",\"writeOnly\":true}",
                "{type: object} | {\"type\":\"object\"}",
                "{type: array, items: {}} | {\"type\":\"array\",\"items\":{}}",
                "{type: string, example: x} | {\"type\":\"string\",\"examples\":[\"x\"]}",
                "{additionalProperties: {type: boolean}} |"
                        + " {\"type\":\"object\",\"additionalProperties\":{\"type\":\"boolean\"}}",
                "{anyOf: [{type: string}, {type: boolean}, {type: 'null'}]} |"
                        + " {\"anyOf\":[{\"type\":\"string\"},{\"type\":\"boolean\"},{\"type\":\"null\"}]}",
                "{} | {}",
            })
    void writesTypesAsSchemas(String openApi, String schema) {
        assertThat(input(openApi).toString()).isEqualTo(schema);
    }

    @Test
    void aFileIsAnObjectOfNameTypeAndContentOrALinkToIt() {
        TestApi api = TestApi.operation(
                "post",
                "/files",
                "requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {value: "
                        + "{type: string, format: binary}}}}}}");
        JsonNode file = definition(api).at("/inputSchema/properties/value");

        assertThat(file.path("properties").propertyNames())
                .containsExactly("filename", "media_type", "content_base64", "resource_uri");
        assertThat(file.path("required").toString()).isEqualTo("[\"filename\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: string, pattern: '^a', minLength: -1, maxLength: 3.5}",
                "{type: number, multipleOf: 0, minimum: 1, exclusiveMinimum: true}",
                "{type: number, multipleOf: -1, exclusiveMaximum: 5}",
                "{type: array, minItems: -5, uniqueItems: true}",
                "{type: integer, enum: [1, x]}",
                "{type: string, enum: []}",
                "{const: null}",
                "{type: 'null'}",
                "{type: nonsense, format: 5}",
                "{$ref: '#/components/schemas/Node'}",
                "{type: array, nullable: true, items: {$ref: '#/components/schemas/Node', nullable: true}}",
                "{oneOf: [{$ref: '#/components/schemas/Node'}, {type: string, format: binary}]}",
            })
    void whateverItReadsItWritesSchemasThatAreValid(String schema) {
        JsonNode definition = definition(body(
                schema,
                "Node: {type: object, required: [label, gone], properties: {label: {type: string},"
                        + " next: {$ref: '#/components/schemas/Node'}, other: {$ref: '#/components/schemas/Other'}}},"
                        + " Other: {type: object, properties: {node: {$ref: '#/components/schemas/Node'}}}"));

        assertValid(definition);
        JsonNode node = definition.at("/inputSchema/$defs/Node");
        node.path("required")
                .forEach(name -> assertThat(node.path("properties").has(name.asString()))
                        .as("what is required can be seen")
                        .isTrue());
    }

    @Test
    void namesThatClientsRefuseAreToldBesideTheSchemasOwnWords() {
        JsonNode definition = definition(
                body(
                        "{anyOf: [{$ref: '#/components/schemas/Thing'}, {type: string, format: binary}]}",
                        "Thing: {type: object, description: A thing, properties: {'@kind': {type: string}, a: {type: string}}}"));

        assertThat(definition.at("/inputSchema/properties/p").toString().replace("\\\"", "\""))
                .contains("A thing. Also takes properties of exactly these names: \"@kind\" (string).");
    }

    @Test
    void whatContainsItselfIsDefinedOnce() {
        JsonNode definition = definition(body(
                "{$ref: '#/components/schemas/Node'}",
                "Node: {type: object, properties: {next: {$ref: '#/components/schemas/Node'}}}"));

        assertThat(definition.at("/inputSchema/properties/p/$ref").asString()).isEqualTo("#/$defs/Node");
        assertThat(definition.at("/inputSchema/$defs/Node/properties/next/$ref").asString())
                .isEqualTo("#/$defs/Node");
    }

    @Test
    void besideAReferenceStandWordsOnly() {
        JsonNode property = definition(body(
                        "{description: The first., writeOnly: true, allOf: [{$ref: '#/components/schemas/Node'}]}",
                        "Node: {type: object, properties: {next: {$ref: '#/components/schemas/Node'}}}"))
                .at("/inputSchema/properties/p");

        assertThat(property)
                .hasToString("{'description':'The first.','anyOf':[{'$ref':'#/$defs/Node'}],'writeOnly':true}"
                        .replace('\'', '"'));
    }

    @Test
    void T_A08_typesThatDoubleFromLevelToLevelStaySmall() {
        StringBuilder types = new StringBuilder("S0: {type: object, properties: {x: {type: string}}}");
        for (int i : IntStream.range(1, 6).toArray()) {
            types.append(", S").append(i).append(": {type: object, properties: {");
            for (int property = 0; property < 10; property++) {
                types.append("p" + property + ": {$ref: '#/components/schemas/S" + (i - 1) + "'}, ");
            }
            types.append("}}");
        }
        JsonNode definition = definition(body("{$ref: '#/components/schemas/S5'}", types.toString()));

        assertValid(definition);
        assertThat(definition.toString().length()).isLessThan(20_000);
    }

    @Test
    void anAnswerRequiresNothingAndMayBeNullEverywhere() {
        JsonNode output = definition(body("{type: string, enum: [a], description: words, minLength: 3}", ""))
                .path("outputSchema");

        assertThat(output.toString()).isEqualTo("{\"type\":\"object\",\"properties\":{\"p\":{}}}");
    }

    @Test
    void anAnswerThatIsNoObjectIsWrapped() {
        JsonNode output = definition(TestApi.of("paths: {/a: {get: {description: Counts it all., responses: {'200': {"
                        + "description: x, content: {application/json: {schema: {type: integer}}}}}}}}"))
                .path("outputSchema");

        assertThat(output.toString()).isEqualTo("{\"type\":\"object\",\"properties\":{\"result\":{}}}");
    }

    @Test
    void T_A12_vendorExtensionsDoNotReachAnyDefinition() {
        assertThat(definition(body("{type: string, x-mcp-header: Authorization}", ""))
                        .toString())
                .doesNotContain("x-mcp");
    }

    @Test
    void valuesListedBesideAlternativesAreTheOnlyOnes() {
        JsonNode type = definition(body(
                        "{oneOf: [{type: 'null'}, {type: integer, enum: [0, 2], allOf: [{$ref: '#/components/schemas/Kinds'}]}]}",
                        "Kinds: {oneOf: [{const: 0, title: zero}, {const: 1, title: one}, {const: 2, title: two}]}"))
                .at("/inputSchema/properties/p");

        assertThat(type.toString()).contains("[0,2").doesNotContain("[0,1");
    }

    @Test
    void valuesThatTwoPartsListAreThoseOfBoth() {
        JsonNode both = input("{allOf: [{type: string, enum: [a, b, c]}, {enum: [c, b, d]}]}");
        JsonNode neither = input("{allOf: [{type: string, enum: [a]}, {enum: [d]}]}");

        assertThat(both.path("enum").toString()).isEqualTo("[\"b\",\"c\"]");
        assertThat(neither.path("enum").toString()).isEqualTo("[\"a\"]");
    }

    @Test
    void alternativesByPatternAreNotJustAnyText() {
        JsonNode schema = input("{anyOf: [{type: string, enum: [a, b]}, {type: string, pattern: .^, nullable: true}]}");

        assertThat(schema.toString()).contains("[\"a\",\"b\"").contains("null");
    }

    @Test
    void anIdThatCannotBeAUuidIsNotSaidToBeOne() {
        assertThat(input("{type: string, format: uuid, minLength: 24, maxLength: 24}")
                        .has("format"))
                .isFalse();
        assertThat(input("{type: string, format: uuid, example: 536e564f316c83104c000020}")
                        .has("format"))
                .isFalse();
        assertThat(input("{type: string, format: uuid, example: 5a4981aa-9653-4bd1-bef5-d6bff52042e4}")
                        .path("format")
                        .asString())
                .isEqualTo("uuid");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "(?i)^[0-9a-f]{2}-x$ ^[0-9a-fA-F]{2}-[xX]$",
                "(?i)^\\d[q\\w-]$ ^\\d[qQ\\w-]$",
                "/^[a-z]+$/ ^[a-z]+$",
                "/^a$/i ^[aA]$",
                "/stem/ /stem/",
                "^a/b$ ^a/b$"
            })
    void aPatternThatOnlyOtherLanguagesKnowIsWrittenInOneThatClientsKnow(String pattern, String shown) {
        assertThat(input("{type: string, pattern: '" + pattern + "'}")
                        .path("pattern")
                        .asString())
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(?i)\\p{L}", "(?i)(?<a>b)", "/[a-z]+/", "/^a$/gm", "(?s)a", "a(?i)b"})
    void aPatternThatCannotBeWrittenSoIsLeftOut(String pattern) {
        assertThat(input("{type: string, pattern: '" + pattern + "'}").has("pattern"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{allOf: [{type: string, minLength: 2}, {minLength: 5, maxLength: 9}, {maxLength: 7}]} |"
                        + " {\"type\":\"string\",\"minLength\":5,\"maxLength\":7}",
                "{type: integer, allOf: [{multipleOf: 4}], anyOf: [{multipleOf: 6}], oneOf: [{multipleOf: 5}]} |"
                        + " {\"type\":\"integer\",\"multipleOf\":60}"
            })
    void theNarrowestOfSeveralLimitsCounts(String schema, String shown) {
        assertThat(input(schema).toString()).isEqualTo(shown);
    }

    @Test
    void nullIsShownWhereItIsAll() {
        assertThat(input("{type: 'null'}").toString()).isEqualTo("{\"type\":\"null\"}");
    }

    @Test
    void bytesWithinJsonAreText() {
        JsonNode schema = input("{type: object, properties: {data: {type: string, format: binary, minLength: 3}}}");

        assertThat(schema.at("/properties/data").toString()).isEqualTo("{\"type\":\"string\",\"minLength\":3}");
    }

    @Test
    void saysHowManyPropertiesAnObjectNeeds() {
        assertThat(input("{type: object, minProperties: 2, properties: {a: {}, b: {}, c: {}}}")
                        .path("description")
                        .asString())
                .isEqualTo("Needs at least 2 of its properties.");
        assertThat(input("{type: object, minProperties: 1, additionalProperties: {type: string}}")
                        .path("description")
                        .asString())
                .isEqualTo("Needs at least 1 entry.");
        assertThat(input("{type: object, minProperties: 1, required: [a], properties: {a: {}}}")
                        .has("description"))
                .isFalse();
    }

    @Test
    void saysInTheToolWhatTheWholeBodyNeeds() {
        TestApi api = TestApi.operation("put", "/things/{id}", """
                parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                requestBody:
                  required: true
                  content:
                    application/json:
                      schema:
                        minProperties: 1
                        properties: {a: {type: string}, b: {type: string}, c: {type: string}}
                        anyOf: [{required: [a]}, {required: [b, c]}]
                """);

        assertThat(definition(api).path("description").asString())
                .endsWith("Needs a or b and c. Needs at least 1 of a, b, c.");
    }

    @Test
    void saysWhichPropertiesCannotAllBeLeftOut() {
        JsonNode schema = input("{type: object, properties: {id: {type: string}, mail: {type: string}},"
                + " anyOf: [{required: [id]}, {required: [mail]}]}");

        assertThat(schema.path("description").asString()).isEqualTo("Needs id or mail.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "get | {'readOnlyHint':true,'destructiveHint':false,'openWorldHint':true}",
                "post | {'readOnlyHint':false,'destructiveHint':false,'openWorldHint':true}",
                "delete | {'readOnlyHint':false,'destructiveHint':true,'idempotentHint':true,'openWorldHint':true}",
            })
    void theHintsThatReviewsAskForAreNeverLeftToDefaults(String method, String hints) {
        assertThat(definition(TestApi.operation(method, "/a", "")).path("annotations"))
                .hasToString(hints.replace('\'', '"'));
    }

    @Test
    void aBodyThatIsNullIsNone() {
        TestApi api = TestApi.operation(
                "delete", "/a", "requestBody: {content: {application/json: {schema: {type: 'null'}}}}");

        assertThat(api.arguments()).isEmpty();
    }

    @Test
    void T_A08_longChainsOfTypesEndSomewhere() {
        StringBuilder components = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            components.append("N%d: {type: object, properties: {next: {$ref: '#/components/schemas/N%d'}}}, "
                    .formatted(i, i + 1));
        }
        JsonNode definition =
                definition(body("{$ref: '#/components/schemas/N0'}", components + "N300: {type: string}"));

        assertValid(definition);
        assertThat(definition.toString()).contains("Shape left out; see the vendor's documentation of N24.");
    }

    @Test
    void aLongListOfValuesIsWrittenOnce() {
        String values = IntStream.range(0, 200).mapToObj(i -> "value" + i).collect(Collectors.joining(", "));
        JsonNode schema = definition(body(
                        "{type: object, properties: {a: {$ref: '#/components/schemas/V'}, b: {$ref: '#/components/schemas/V',"
                                + " description: Another one.}}}",
                        "V: {type: string, enum: [" + values + "]}"))
                .path("inputSchema");

        assertThat(schema.at("/properties/p/properties/b").toString())
                .isEqualTo("{\"$ref\":\"#/$defs/V\",\"description\":\"Another one.\"}");
        assertThat(schema.at("/$defs/V/enum").size()).isEqualTo(200);
    }
}
