package dev.mcpcodegen.codegen.spec.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.spec.tree.Origins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class SwaggerConverterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "host: a.test | https://a.test",
                "{host: a.test, basePath: /v1/, schemes: [http, https]} | https://a.test/v1 http://a.test/v1",
                "{host: a.test, schemes: [http]} | http://a.test",
                "{host: 'https://a.test/', basePath: v1} | https://a.test/v1",
                "{host: a.test, schemes: [wss]} | https://a.test",
                "basePath: /v1 | /v1",
                "basePath: / | \"\"",
                "info: {} | \"\""
            })
    void serversAreSchemesHostAndBasePath(String yaml, String urls) {
        StringBuilder found = new StringBuilder();
        convert(yaml)
                .path("servers")
                .forEach(server -> found.append(server.path("url").asText()).append(' '));
        assertThat(found.toString().strip()).isEqualTo(urls);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "query | csv | form | false | \"\"",
                "query | multi | form | true | \"\"",
                "query | ssv | spaceDelimited | false | \" \"",
                "query | pipes | pipeDelimited | false | \"|\"",
                "query | tsv | form | false | \"\t\"",
                "header | csv | simple | false | \"\"",
                "path | pipes | simple | false | \"|\"",
                "path | tsv | simple | false | \"\t\"",
                "formData | csv | form | false | \"\"",
                "formData | multi | form | true | \"\"",
                "formData | tsv | form | false | \"\t\""
            })
    void listsKeepTheirSeparator(String in, String format, String style, boolean explode, String delimiter) {
        JsonNode operation = operation("parameters: [{name: p, in: " + in
                + ", type: array, items: {type: string}, collectionFormat: " + format + "}]");
        JsonNode told = in.equals("formData")
                ? operation.at("/requestBody/content/application~1x-www-form-urlencoded/encoding/p")
                : operation.at("/parameters/0");
        assertThat(told.path("style").asText()).isEqualTo(style);
        assertThat(told.path("explode").asBoolean()).isEqualTo(explode);
        assertThat(told.path("x-mcp-codegen-delimiter").asText("")).isEqualTo(delimiter);
    }

    @Test
    void aListWithoutFormatIsCommaSeparated() {
        assertThat(operation("parameters: [{name: p, in: query, type: array, items: {type: string}}]")
                        .at("/parameters/0/explode")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void aListOfListsTellsTheInnerSeparator() {
        assertThat(operation(
                                "parameters: [{name: p, in: query, type: array, items: {type: array, collectionFormat: pipes,"
                                        + " items: {type: string}}}]")
                        .at("/parameters/0/schema/items/x-mcp-codegen-delimiter")
                        .asText())
                .isEqualTo("|");
    }

    @Test
    void aParametersShapeIsASchema() {
        assertThat(operation(
                                "parameters: [{name: p, in: query, description: d, required: true, type: integer, minimum: 1,"
                                        + " default: 2, enum: [1, 2], x-nullable: true, x-mine: 1}]")
                        .at("/parameters/0"))
                .hasToString(
                        "{\"name\":\"p\",\"in\":\"query\",\"description\":\"d\",\"required\":true,\"x-mine\":1,\"schema\":"
                                + "{\"type\":\"integer\",\"minimum\":1,\"default\":2,\"enum\":[1,2],\"x-nullable\":true,"
                                + "\"nullable\":true}}");
    }

    @Test
    void aBodyHasTheMediaTypesOfTheOperationOrTheDocument() {
        JsonNode paths = convert("""
                consumes: [application/xml, application/json]
                paths:
                  /a:
                    post: {parameters: [{in: body, name: b, required: true, description: d, schema: {type: string}}]}
                    put: {consumes: [text/plain], parameters: [{in: body, name: b, schema: {type: string}}]}
                    patch: {consumes: [], parameters: [{in: body, name: b}]}
                """).path("paths").path("/a");
        assertThat(paths.at("/post/requestBody"))
                .hasToString("{\"required\":true,\"description\":\"d\",\"content\":{\"application/xml\":{\"schema\":"
                        + "{\"type\":\"string\"}},\"application/json\":{\"schema\":{\"type\":\"string\"}}}}");
        assertThat(paths.at("/put/requestBody/content"))
                .hasToString("{\"text/plain\":{\"schema\":{\"type\":\"string\"}}}");
        assertThat(paths.at("/patch/requestBody/content")).hasToString("{\"application/json\":{\"schema\":{}}}");
    }

    @ParameterizedTest
    @CsvSource({
        "string, '', application/x-www-form-urlencoded",
        "string, multipart/form-data, multipart/form-data",
        "string, 'multipart/form-data, application/x-www-form-urlencoded', application/x-www-form-urlencoded",
        "file, application/x-www-form-urlencoded, multipart/form-data",
        "string, application/json, application/x-www-form-urlencoded"
    })
    void fieldsAreAFormThatCanCarryThem(String type, String consumes, String mediaType) {
        JsonNode operation = operation("consumes: [" + consumes + "], parameters: [{name: f, in: formData, type: "
                + type + ", required: true, description: d}]");
        assertThat(operation.at("/requestBody/content").fieldNames())
                .toIterable()
                .containsExactly(mediaType);
        assertThat(operation.at("/requestBody/required").asBoolean()).isTrue();
        assertThat(operation
                        .at("/requestBody/content")
                        .path(mediaType)
                        .at("/schema/required/0")
                        .asText())
                .isEqualTo("f");
        assertThat(operation
                        .at("/requestBody/content")
                        .path(mediaType)
                        .at("/schema/properties/f/description")
                        .asText())
                .isEqualTo("d");
    }

    @Test
    void aFileIsBinary() {
        assertThat(operation("parameters: [{name: f, in: formData, type: file}]")
                        .at("/requestBody/content/multipart~1form-data/schema/properties/f"))
                .hasToString("{\"type\":\"string\",\"format\":\"binary\"}");
    }

    @Test
    void sharedParametersAreComponentsOrPartsOfBodies() {
        ObjectNode document = convert("""
                parameters:
                  Q: {name: q, in: query, type: string}
                  B: {name: b, in: body, schema: {type: string}}
                  F: {name: f, in: formData, type: string}
                paths:
                  /a:
                    parameters: [{$ref: '#/parameters/B'}, {name: h, in: header, type: string}]
                    post: {parameters: [{$ref: '#/parameters/Q'}]}
                  /b:
                    post: {parameters: [{$ref: '#/parameters/F'}]}
                """);
        assertThat(document.at("/components/parameters").fieldNames())
                .toIterable()
                .containsExactly("Q");
        assertThat(document.at("/paths/~1a/post/parameters")).hasToString("[{\"$ref\":\"#/components/parameters/Q\"}]");
        assertThat(document.at("/paths/~1a/parameters")).hasSize(1);
        assertThat(document.at("/paths/~1a/post/requestBody/content/application~1json/schema/type")
                        .asText())
                .isEqualTo("string");
        assertThat(document.at(
                        "/paths/~1b/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties/f"))
                .hasToString("{\"type\":\"string\"}");
    }

    @Test
    void responsesHaveContentHeadersAndExamples() {
        ObjectNode document = convert("""
                produces: [application/json]
                responses: {Gone: {description: gone, schema: {type: object}}}
                paths:
                  /a:
                    get:
                      responses:
                        200:
                          description: ok
                          schema: {$ref: '#/definitions/A'}
                          headers: {X-Rate: {type: integer, description: left}}
                          examples: {application/json: {id: 1}}
                        404: {$ref: '#/responses/Gone'}
                    put: {produces: [text/csv], responses: {200: {$ref: '#/responses/Gone'}}}
                    post: {responses: {204: {description: none}, 200: {description: null, schema: {type: 'null'}}}}
                    delete: {responses: {200: {description: f, schema: {type: file}}}}
                definitions: {A: {type: object}}
                """);
        JsonNode item = document.at("/paths/~1a");
        assertThat(item.at("/get/responses/200/content"))
                .hasToString(
                        "{\"application/json\":{\"schema\":{\"$ref\":\"#/components/schemas/A\"},\"example\":{\"id\":1}}}");
        assertThat(item.at("/get/responses/200/headers/X-Rate"))
                .hasToString("{\"description\":\"left\",\"schema\":{\"type\":\"integer\"}}");
        assertThat(item.at("/get/responses/404")).hasToString("{\"$ref\":\"#/components/responses/Gone\"}");
        assertThat(document.at("/components/responses/Gone/content/application~1json/schema/type")
                        .asText())
                .isEqualTo("object");
        assertThat(item.at("/put/responses/200/content").fieldNames())
                .toIterable()
                .containsExactly("text/csv");
        assertThat(item.at("/post/responses/204").has("content")).isFalse();
        assertThat(item.at("/post/responses/200").has("content")).isFalse();
        assertThat(item.at("/delete/responses/200/content"))
                .hasToString("{\"application/octet-stream\":{\"schema\":{\"type\":\"string\",\"format\":\"binary\"}}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{type: basic} | {\"type\":\"http\",\"scheme\":\"basic\"}",
                "{type: apiKey, name: k, in: header} | {\"type\":\"apiKey\",\"name\":\"k\",\"in\":\"header\"}",
                "{type: oauth2, flow: accessCode, authorizationUrl: a, tokenUrl: t, scopes: {r: read}} |"
                        + " {\"type\":\"oauth2\",\"flows\":{\"authorizationCode\":{\"authorizationUrl\":\"a\",\"tokenUrl\":\"t\","
                        + "\"scopes\":{\"r\":\"read\"}}}}",
                "{type: oauth2, flow: application, tokenUrl: t} |"
                        + " {\"type\":\"oauth2\",\"flows\":{\"clientCredentials\":{\"tokenUrl\":\"t\",\"scopes\":{}}}}",
                "{type: oauth2, flow: implicit, authorizationUrl: a, scopes: {}} |"
                        + " {\"type\":\"oauth2\",\"flows\":{\"implicit\":{\"authorizationUrl\":\"a\",\"scopes\":{}}}}"
            })
    void securitySchemesAreFlowsAndHttp(String yaml, String json) {
        assertThat(convert("securityDefinitions: {s: " + yaml + "}").at("/components/securitySchemes/s"))
                .hasToString(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{type: [string, 'null']} | {\"type\":\"string\",\"nullable\":true}",
                "{type: [string, integer]} | {\"type\":[\"string\",\"integer\"]}",
                "{type: string, x-nullable: true} | {\"type\":\"string\",\"x-nullable\":true,\"nullable\":true}",
                "{} | {}",
                "{discriminator: kind} | {\"discriminator\":{\"propertyName\":\"kind\"}}",
                "{type: string, required: true} | {\"type\":\"string\"}",
                "{default: null} | {\"default\":null}",
                "{$ref: '#/definitions/X', description: d} | {\"$ref\":\"#/components/schemas/X\",\"description\":\"d\"}",
                "{items: [{$ref: '#/definitions/X'}]} | {\"items\":[{\"$ref\":\"#/components/schemas/X\"}]}",
                "{additionalProperties: {$ref: '#/definitions/X'}} |"
                        + " {\"additionalProperties\":{\"$ref\":\"#/components/schemas/X\"}}",
                "{properties: {type: {type: file}, discriminator: {type: string}}} |"
                        + " {\"properties\":{\"type\":{\"type\":\"string\",\"format\":\"binary\"},"
                        + "\"discriminator\":{\"type\":\"string\"}}}"
            })
    void schemasKeepWhatTheySay(String yaml, String json) {
        assertThat(convert("definitions: {S: " + yaml + ", X: {}}").at("/components/schemas/S"))
                .hasToString(json);
    }

    @Test
    void aSchemaBorrowedFromAnywhereBecomesAComponent() {
        ObjectNode document = convert("""
                paths:
                  /a: {get: {responses: {200: {description: x, schema: {properties: {me: {$ref: '#/paths/~1a/get/responses/200/schema'}}}}}}}
                definitions: {B: {$ref: '#/paths/~1a/get/responses/200/schema'}}
                """);
        String name = document.at("/components/schemas/B/$ref").asText().replaceFirst(".*/", "");
        assertThat(document.at("/components/schemas")
                        .path(name)
                        .at("/properties/me/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/" + name);
    }

    @Test
    void extensionsSurviveEverywhere() {
        ObjectNode document = convert("""
                x-mcp: {displayName: A}
                paths: {/a: {x-mcp: {tags: [t]}, get: {x-mcp: {name: n}, operationId: o, tags: [a], deprecated: true}}}
                """);
        assertThat(document.at("/x-mcp/displayName").asText()).isEqualTo("A");
        assertThat(document.at("/paths/~1a/x-mcp/tags/0").asText()).isEqualTo("t");
        assertThat(document.at("/paths/~1a/get"))
                .hasToString("{\"x-mcp\":{\"name\":\"n\"},\"operationId\":\"o\",\"tags\":[\"a\"],\"deprecated\":true,"
                        + "\"responses\":{}}");
    }

    @Test
    void oddPartsAreNoTrouble() {
        assertThat(
                        convert(
                                "paths: {/a: null, /b: {get: null, parameters: x}, x-c: 1}\nparameters: {P: null}\nresponses: []"))
                .isNotNull();
        assertThat(convert("paths: null").path("paths")).isEmpty();
    }

    private static JsonNode operation(String members) {
        return convert("paths: {/a: {post: {" + members + "}}}").at("/paths/~1a/post");
    }

    private static ObjectNode convert(String yaml) {
        Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        ObjectNode document = new ObjectMapper().valueToTree(tree);
        return new SwaggerConverter(document.put("swagger", "2.0"), new Origins()).convert();
    }
}
