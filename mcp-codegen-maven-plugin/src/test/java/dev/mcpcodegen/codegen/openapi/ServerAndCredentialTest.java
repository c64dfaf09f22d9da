package dev.mcpcodegen.codegen.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.codegen.TestApi;
import dev.mcpcodegen.codegen.diagnostic.Severity;
import dev.mcpcodegen.codegen.model.ApiOperation.ApiBody;
import dev.mcpcodegen.codegen.model.ApiOperation.BodyKind;
import dev.mcpcodegen.codegen.model.SecurityModel;
import dev.mcpcodegen.codegen.model.ServerModel;
import java.util.Objects;
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
                "https://127.0.0.1/v1",
                "https://[::1]/v1",
                "https://localhost:8080",
                "http://localhost/v2"
            })
    void T_A11_tellsOfServersThatOnlyAnOperatorMayAllow(String url) {
        TestApi api = servers("[{url: '" + url + "'}]");

        assertThat(api.tools().baseUrl()).isEqualTo(url);
        assertThat(api.found(Severity.INFO)).singleElement().satisfies(told -> {
            assertThat(told.location().pointer()).isEqualTo("/servers/0");
            assertThat(told.toString()).contains("allowPrivateAddress");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "https://user:secret@api.acme.test,https://api.acme.test",
        "https://api.acme.test/v1/?key=secret#x,https://api.acme.test/v1",
        "ftp://secret@api.acme.test,''",
        "https:/secret,''"
    })
    void T_A11_keepsNothingOfAServerButItsPlace(String url, String kept) {
        TestApi api = servers("[{url: '" + url + "'}]");

        assertThat(api.tools().baseUrl()).isEqualTo(kept);
        assertThat(api.found(Severity.WARNING)).singleElement().satisfies(told -> {
            assertThat(told.location().pointer()).isEqualTo("/servers/0");
            if (!kept.isEmpty()) {
                assertThat(told.toString()).doesNotContain("secret");
            }
        });
    }

    @Test
    void anOperationWhoseServerOnlyAnAccountKnowsDoesNotGoToAnother() {
        TestApi api = TestApi.document("""
                openapi: 3.0.3
                info: {title: Acme, version: '1'}
                servers: [{url: 'https://api.acme.test'}]
                paths:
                  /chat:
                    post:
                      description: Talks to the agent of an account.
                      servers: [{url: 'https://{agent}.agents.acme.test'}]
                      responses: {'204': {description: done}}
                """);

        assertThat(api.tool().request().server()).isEqualTo("agent");
        assertThat(api.tools().servers()).containsExactly(new ServerModel("agent", ""));
        assertThat(api.found(Severity.INFO))
                .singleElement()
                .satisfies(told -> assertThat(told.toString())
                        .contains("Where the server https://{agent}.agents.acme.test is, only an account knows.")
                        .contains("Write it under `servers`, as `agent`,"));
    }

    @Test
    void prefersAServerThatAnyAccountMayReach() {
        assertThat(servers("[{url: 'http://localhost:8080'}, {url: 'https://api.acme.test'}]")
                        .tools()
                        .baseUrl())
                .isEqualTo("https://api.acme.test");
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
    void aVariableOfThePathMayBeEmpty() {
        TestApi api =
                servers("[{url: '{scheme}://{host}:{port}/{basePath}', variables: {scheme: {default: https}, host:"
                        + " {default: a.test}, port: {default: '8443'}, basePath: {default: ''}}}]");

        assertThat(api.tools().baseUrl()).isEqualTo("https://a.test:8443");
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
                "name: api_key_id, in: query | true",
                "name: token, in: query, description: A device token. Requires the scope push | true"
            })
    void dropsWhatIsACredentialInAllButName(String parameter, boolean isArgument) {
        TestApi api = secured(parameter, "[{bearer: []}]");

        assertThat(api.arguments()).hasSize(isArgument ? 1 : 0);
        assertThat(api.found(Severity.INFO)).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: http, scheme: bearer} | X-Api-Key, access_token",
                "{type: apiKey, in: header, name: X-Key} | access_token, X-Api-Key",
                "{type: mutualTLS} | X-Api-Key, access_token, both"
            })
    void keepsWhatNoSchemeSupplies(String scheme, String expectation) {
        TestApi api = TestApi.of("""
                security: [{only: []}]
                paths:
                  /a:
                    get:
                      description: Gets something useful.
                      parameters:
                        - {name: access_token, in: query, schema: {type: string}}
                        - {name: X-Api-Key, in: header, schema: {type: string}}
                      responses: {}
                components: {securitySchemes: {only: %s}}
                """.formatted(scheme));

        String[] kept = expectation.split(", ", -1);
        assertThat(api.arguments()).contains(kept[0]).hasSize(kept.length == 3 ? 2 : 1);
    }

    @Test
    void keepsATokenThatAnOperationIsAbout() {
        TestApi api = TestApi.of("""
                security: [{bearer: []}]
                paths:
                  /oauth/introspect:
                    post:
                      description: Tells about a token.
                      parameters: [{name: access_token, in: query, schema: {type: string}}]
                      responses: {}
                components: {securitySchemes: {bearer: {type: http, scheme: bearer}}}
                """);

        assertThat(api.arguments()).containsExactly("access_token");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{$ref: '#/components/schemas/Child'} | name, token",
                "{properties: {name: {type: string}, token: {type: string, description: Authentication token}}} | name",
                "{properties: {name: {type: string}, token: {type: string, description: Access token, readOnly: true}}} | name",
                "{required: [token], properties: {name: {type: string}, token: {type: string, description: Device token}}} |"
                        + " token, name"
            })
    void takesNoDataOfABodyForACredential(String schema, String arguments) {
        TestApi api = TestApi.of("""
                security: [{bearer: []}]
                paths:
                  /a:
                    post:
                      description: Creates something useful.
                      requestBody: {required: true, content: {application/json: {schema: %s}}}
                      responses: {}
                components:
                  schemas:
                    Child: {properties: {name: {type: string}, token: {type: string, description: API token of the child}}}
                  securitySchemes: {bearer: {type: http, scheme: bearer}}
                """.formatted(schema));

        assertThat(api.arguments()).containsExactly(arguments.split(", ", -1));
        assertThat(api.found(Severity.ERROR)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: apiKey, in: query | apiKey",
                "name: X-API-Key, in: header | X-API-Key",
                "name: access_token, in: query | access_token",
                "name: Authorization, in: header | Authorization"
            })
    void aKeyAmongTheParametersOfADocumentWithoutSchemesBecomesOne(String parameter, String name) {
        TestApi api = TestApi.operation("get", "/things", "parameters: [{" + parameter + ", schema: {type: string}}]");

        assertThat(api.arguments()).isEmpty();
        assertThat(api.tools().securitySchemes()).singleElement().satisfies(scheme -> {
            assertThat(scheme.parameter()).isEqualTo(name);
            assertThat(parameter).endsWith(scheme.in());
        });
        SecurityModel wanted = Objects.requireNonNull(api.tool().request().security());
        // Without the key the call may do, too: the parameter is not required.
        assertThat(wanted.alternatives())
                .extracting(any -> any.schemes().size())
                .containsExactly(1, 0);
        assertThat(api.found(Severity.INFO))
                .singleElement()
                .satisfies(told -> assertThat(told.message()).contains("no security scheme"));
    }

    @Test
    void anOperationThatRequiresItsKeyCannotGoWithoutIt() {
        TestApi api = TestApi.operation(
                "get",
                "/things",
                "parameters: [{name: apiKey, in: query, required: true, schema: {type: string}}, {name: api_key, in: header}]");

        assertThat(Objects.requireNonNull(api.tool().request().security()).alternatives())
                .singleElement()
                .satisfies(only -> assertThat(only.schemes()).hasSize(1));
    }

    @ParameterizedTest
    @CsvSource({"/things,api_key_id,query", "/oauth/token,access_token,query", "/things,apiKey,cookie"})
    void whatIsNotSurelyTheCredentialStaysAnArgument(String path, String name, String in) {
        TestApi api = TestApi.operation(
                "post", path, "parameters: [{name: " + name + ", in: " + in + ", schema: {type: string}}]");

        assertThat(api.arguments()).containsExactly(name);
        assertThat(api.tools().securitySchemes()).isEmpty();
    }

    @Test
    void theOverlayMaySayThatAKeyIsNoCredential() {
        TestApi api = TestApi.of("""
                x-mcp: {auth: []}
                paths:
                  /a:
                    get:
                      description: Gets something useful.
                      parameters: [{name: apiKey, in: query, schema: {type: string}}]
                      responses: {}
                """);

        assertThat(api.arguments()).containsExactly("apiKey");
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
