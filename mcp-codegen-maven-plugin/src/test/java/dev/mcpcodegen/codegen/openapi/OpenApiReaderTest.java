package dev.mcpcodegen.codegen.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.codegen.TestApi;
import dev.mcpcodegen.codegen.diagnostic.Severity;
import dev.mcpcodegen.codegen.model.TypeModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenApiReaderTest {

    @Test
    void readsOperationsOfAPathItemThatIsReferredTo() {
        TestApi api = TestApi.of("""
                paths:
                  /a: {get: {description: Gets it whole., responses: {}}}
                  /b: {$ref: '#/paths/~1a', summary: beside}
                """);

        assertThat(api.api().operations())
                .extracting(operation -> operation.line())
                .containsExactly("GET /a", "GET /b");
        assertThat(api.api().operations().get(1).description()).isEqualTo("Gets it whole.");
    }

    @Test
    void anOperationsParameterReplacesThatOfItsPath() {
        TestApi api = TestApi.of("""
                paths:
                  /a:
                    parameters: [{$ref: '#/components/parameters/P'}, {name: q, in: query, schema: {type: string}}]
                    get:
                      parameters: [{name: q, in: query, required: true, schema: {type: string}}]
                      responses: {}
                components: {parameters: {P: {name: p, in: header, schema: {type: string}}}}
                """);

        assertThat(api.api().operations().get(0).parameters())
                .extracting(parameter ->
                        parameter.property().name() + " " + parameter.property().required())
                .containsExactly("p false", "q true");
    }

    @Test
    void aPathsTextIsNeverEmptyWhateverItsPatternAllows() {
        TestApi api = TestApi.of("""
                paths:
                  /a/{id}:
                    get:
                      parameters:
                        - {name: id, in: path, required: true, schema: {type: string, pattern: '^[a-z]*$'}}
                        - {name: q, in: query, schema: {type: string, pattern: '^[a-z]*$'}}
                      responses: {}
                """);

        assertThat(api.api().operations().get(0).parameters())
                .extracting(parameter -> parameter.property().type())
                .containsExactly(
                        new TypeModel.StringType(null, "^[a-z]*$", 1, null),
                        new TypeModel.StringType(null, "^[a-z]*$", null, null));
    }

    @Test
    void tellsOfParametersThatAreNone() {
        TestApi api = TestApi.of("""
                paths:
                  /a:
                    get:
                      parameters: [{name: q, in: matrix}, {in: query}]
                      responses: {}
                """);

        assertThat(api.found(Severity.ERROR))
                .extracting(error -> error.location().pointer())
                .containsExactly("/paths/~1a/get/parameters/0", "/paths/~1a/get/parameters/1");
    }

    @Test
    void prefersJsonAndTheLowestSuccess() {
        TestApi api = TestApi.of("""
                paths:
                  /a:
                    get:
                      responses:
                        default: {description: x, content: {text/plain: {}}}
                        '201': {description: x, content: {text/csv: {}, application/vnd.a+json: {}}}
                        '202': {description: x, content: {application/json: {}}}
                """);

        assertThat(api.api().operations().get(0).response().mediaType()).isEqualTo("application/vnd.a+json");
    }

    @Test
    void putsDefaultsIntoServersAndNamesThem() {
        TestApi api = TestApi.of("""
                servers: [{url: 'https://{region}.acme.test', variables: {region: {default: eu}}}]
                paths: {}
                """);

        assertThat(api.api().servers()).containsExactly("https://eu.acme.test");
    }

    @Test
    void refusesAListOfNoToolsAndWhatIsNoUnit() {
        TestApi api = TestApi.of("""
                x-mcp: {rateLimit: {limit: a, resetUnit: fortnights}}
                paths: {/a: {get: {responses: {}, x-mcp: []}}}
                """);

        assertThat(api.found(Severity.ERROR))
                .extracting(error -> error.location().pointer())
                .containsExactlyInAnyOrder("/x-mcp/rateLimit/resetUnit", "/paths/~1a/get/x-mcp");
    }

    @Test
    void operationsThatCannotBeReadAreListedWithTheReason() {
        TestApi api = TestApi.of("""
                paths:
                  /a: {get: null, post: {requestBody: {$ref: '#/components/requestBodies/gone'}}, put: {$ref: '#/gone'}}
                  /b: {$ref: '#/components/pathItems/gone'}
                  /c: {get: {responses: {}}}
                """);

        assertThat(api.api().operations())
                .extracting(operation -> operation.line())
                .containsExactly("GET /c");
        assertThat(api.api().notTools())
                .extracting(out -> out.operation().toString())
                .containsExactly("GET /a", "POST /a", "PUT /a", "ANY /b");
        assertThat(api.found(Severity.ERROR)).isEmpty();
    }

    @Test
    void readsTheMethodsOfOpenApi32() {
        TestApi api = TestApi.document("""
                openapi: 3.2.0
                info: {title: t, version: '1'}
                paths:
                  /a:
                    query: {responses: {}}
                    additionalOperations: {COPY: {responses: {}}, Link: {responses: {}}, x-a: {}}
                """);

        assertThat(api.api().operations())
                .extracting(operation -> operation.httpMethod())
                .containsExactly("QUERY", "COPY", "Link");
        assertThat(api.api().operations().get(1).pointer()).isEqualTo("/paths/~1a/additionalOperations/COPY");
    }

    @Test
    void operationsThatAFragmentTellsApartAreTwo() {
        TestApi api = TestApi.of("""
                paths:
                  /files/{id}: {put: {parameters: [{name: id, in: path}], responses: {}}}
                  /files/{id}#lock: {put: {parameters: [{name: id, in: path}], responses: {}}}
                """);

        assertThat(api.api().operations())
                .extracting(operation -> operation.path() + " " + operation.variant())
                .containsExactly("/files/{id} ", "/files/{id} lock");
    }

    @Test
    void readsAnOperationThatIsReferredTo() {
        TestApi api = TestApi.of("""
                paths:
                  /a: {get: {$ref: '#/x-operations/get', summary: beside}}
                x-operations: {get: {description: Gets it whole., responses: {}}}
                """);

        assertThat(api.api().operations().get(0).description()).isEqualTo("Gets it whole.");
        assertThat(api.api().operations().get(0).summary()).isEqualTo("beside");
    }

    @Test
    void whatSwaggerParserLosesIsThereAllTheSame() {
        TestApi api = TestApi.of("""
                paths:
                  /a: {get: {operationId: 5, tags: [1, a], parameters: 7, responses: [], security: no}}
                  /b: {post: {responses: {200: null}, parameters: [{name: a, in: query}, {name: a, in: query}]}}
                """);

        assertThat(api.api().operations()).hasSize(2);
        assertThat(api.found(Severity.ERROR)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "paths: {} | holds no operations",
                "paths: {/a: {summary: Nothing}} | holds no operations",
                "webhooks: {paid: {post: {responses: {}}}} | webhooks: calls that the vendor makes"
            })
    void saysThatThereIsNothingToMakeToolsOf(String document, String message) {
        TestApi api = TestApi.of(document + "\n");
        api.tools();

        assertThat(api.found(Severity.ERROR))
                .singleElement()
                .satisfies(told -> assertThat(told.message()).contains(message));
    }
}
