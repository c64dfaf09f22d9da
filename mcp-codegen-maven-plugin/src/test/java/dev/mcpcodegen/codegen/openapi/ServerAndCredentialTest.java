package dev.mcpcodegen.codegen.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.codegen.TestApi;
import dev.mcpcodegen.codegen.diagnostic.Severity;
import dev.mcpcodegen.codegen.model.ApiOperation.ApiBody;
import dev.mcpcodegen.codegen.model.ApiOperation.BodyKind;
import dev.mcpcodegen.codegen.model.ServerModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where requests go, what proves the right to send them, and as what a body is sent. */
class ServerAndCredentialTest {

    private static final String PATHS =
            "paths: {/a: {get: {description: Gets something useful., responses: {'200': {description: OK}}}}}\n";

    private static TestApi servers(String servers) {
        return TestApi.of("servers: " + servers + "\n" + PATHS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.acme.test",
                "https://user:secret@api.acme.test",
                "https://127.0.0.1/v1",
                "https://[::1]/v1",
                "https://localhost:8080",
                "https://api.acme.test/v1?x=1",
                "ftp://api.acme.test"
            })
    void T_A11_tellsOfServersThatOnlyAnOperatorMayChoose(String url) {
        TestApi api = servers("[{url: '" + url + "'}]");

        assertThat(api.tools().baseUrl()).isEmpty();
        assertThat(api.found(Severity.WARNING)).singleElement().satisfies(told -> {
            assertThat(told.location().pointer()).isEqualTo("/servers/0");
            assertThat(told.toString()).doesNotContain("secret");
        });
    }

    @Test
    void T_A11_variablesAreNoArguments() {
        TestApi api =
                servers("[{url: 'https://{host}.acme.test/{version}', variables: {host: {default: eu, enum: [eu, us]},"
                        + " version: {default: v2}}}]");

        assertThat(api.tools().baseUrl()).isEqualTo("https://eu.acme.test/v2");
        assertThat(api.arguments()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{host: {default: your-domain}}", "{host: {default: ''}}", "{host: {default: example}}"})
    void leavesAStandInToTheAccount(String variables) {
        TestApi api = servers("[{url: 'https://{host}.acme.test', variables: " + variables + "}]");

        assertThat(api.tools().baseUrl()).isEmpty();
        assertThat(api.found(Severity.INFO)).hasSize(1);
    }

    @Test
    void aPathWithoutAHostIsToldAndLeftToTheAccount() {
        TestApi api = servers("[{url: /api/v3}]");

        assertThat(api.tools().baseUrl()).isEmpty();
        assertThat(api.found(Severity.INFO))
                .singleElement()
                .satisfies(told -> assertThat(told.message()).contains("/api/v3"));
    }

    @Test
    void takesTheFirstServerThatCanBeUsed() {
        assertThat(servers("[{url: /v1}, {url: 'http://a.test'}, {url: '//b.test/'}]")
                        .tools()
                        .baseUrl())
                .isEqualTo("https://b.test");
    }

    @Test
    void namesTheServersOfOperations() {
        TestApi api = TestApi.of("""
                servers: [{url: https://api.acme.test/v1}]
                paths:
                  /a: {servers: [{url: https://api.acme.test/v2}], get: {description: Gets something useful., responses: {}}}
                  /b:
                    get: {servers: [{url: https://up.acme.test/1}], description: Gets something useful., responses: {}}
                    put: {servers: [{url: https://up.acme.test/2}], description: Puts something useful., responses: {}}
                    post: {servers: [{url: /v1/}], description: Posts something useful., responses: {}}
                """);

        assertThat(api.tools().servers())
                .containsExactly(
                        new ServerModel("v2", "/v2"),
                        new ServerModel("up", "https://up.acme.test/1"),
                        new ServerModel("up_acme_test", "https://up.acme.test/2"));
        assertThat(api.tools().tools())
                .extracting(tool -> tool.request().server())
                .containsExactly("v2", "up", "up_acme_test", null);
    }

    private static TestApi secured(String parameter, String security) {
        return TestApi.of("""
                security: %s
                paths:
                  /a:
                    get:
                      description: Gets something useful.
                      parameters: [{schema: {type: string}, %s}]
                      responses: {}
                components:
                  securitySchemes:
                    key: {type: apiKey, in: header, name: X-Acme-Key}
                    bearer: {type: http, scheme: bearer}
                """.formatted(security, parameter));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: x-acme-key, in: header | false",
                "name: X_ACME_KEY, in: query | false",
                "name: Authorization, in: header | false",
                "name: api_key, in: query | false",
                "name: accessToken, in: query | false",
                "name: token, in: query, description: Authentication token with scopes | false",
                "name: token, in: query, description: Where to go on | true",
                "name: key, in: query | true",
                "name: api_key_id, in: query | true"
            })
    void dropsWhatIsACredentialInAllButName(String parameter, boolean isArgument) {
        TestApi api = secured(parameter, "[{bearer: []}]");

        assertThat(api.arguments()).hasSize(isArgument ? 1 : 0);
        assertThat(api.found(Severity.INFO)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void keepsATokenWhereTheVendorAsksForNoCredential() {
        assertThat(secured("name: access_token, in: query", "[]").arguments()).containsExactly("access_token");
    }

    @Test
    void takesSchemesOfTheOverlayWhereTheDocumentHasThemWrong() {
        TestApi api = TestApi.of("x-mcp: {auth: [{type: http, scheme: basic}]}\nsecurity: [{gone: []}]\n" + PATHS);

        assertThat(api.tools().securitySchemes()).extracting("name").containsExactly("auth");
        assertThat(api.tools().security().alternatives()).hasSize(1);
    }

    private static TestApi body(String content) {
        return TestApi.operation("post", "/things", "requestBody: {required: true, content: {" + content + "}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/x-www-form-urlencoded: {schema: O}, application/json: {schema: O} | application/json",
                "text/xml: {schema: O}, application/vnd.a+json: {schema: O} | application/vnd.a+json",
                "multipart/form-data: {schema: O}, application/x-www-form-urlencoded: {schema: O} |"
                        + " application/x-www-form-urlencoded",
                "application/json: {schema: O}, multipart/form-data: {schema: F} | multipart/form-data",
                "application/json: {schema: {}}, multipart/form-data: {schema: O} | multipart/form-data",
                "application/json: {schema: F}, multipart/form-data: {schema: F} | application/json",
                "ANY: {schema: O} | application/json",
                "ANY: {schema: {type: string}} | text/plain",
                "application/x-ndjson: {schema: {type: string}} | application/x-ndjson",
                "application/octet-stream: {} | application/octet-stream",
            })
    void choosesTheMediaTypeThatSaysMost(String content, String chosen) {
        TestApi api = body(content.replace("ANY", "'*/*'")
                .replace("schema: O", "schema: {properties: {a: {type: string}}}")
                .replace("schema: F", "schema: {properties: {f: {type: string, format: binary}}}"));

        assertThat(api.api().operations().get(0).body())
                .isNotNull()
                .extracting(ApiBody::mediaType)
                .isEqualTo(chosen);
        assertThat(api.tool().request().notes()).hasSize(content.contains(", ") ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json;charset=UTF-8,JSON",
        "application/merge-patch+json,JSON",
        "application/x-ndjson,TEXT",
        "application/xml,TEXT",
        "application/atom+xml,TEXT",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document,FILE",
        "text/csv,TEXT",
        "image/png,FILE",
        "multipart/related,MULTIPART",
        "application/x-www-form-urlencoded,FORM"
    })
    void knowsWhatMediaTypesMean(String mediaType, BodyKind kind) {
        assertThat(MediaTypes.kind(mediaType)).isEqualTo(kind);
    }
}
