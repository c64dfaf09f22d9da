package dev.mcpcodegen.codegen.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.codegen.TestApi;
import dev.mcpcodegen.codegen.diagnostic.Severity;
import org.junit.jupiter.api.Test;

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
    void tellsOfParametersThatAreNone() {
        TestApi api = TestApi.of("""
                paths:
                  /a:
                    get:
                      parameters: [{name: q, in: querystring}, {in: query}]
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
}
