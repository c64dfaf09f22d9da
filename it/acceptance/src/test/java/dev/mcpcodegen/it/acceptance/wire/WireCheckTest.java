package dev.mcpcodegen.it.acceptance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.it.sandbox.http.RecordedRequest;
import dev.mcpcodegen.it.sandbox.vendor.Part;
import dev.mcpcodegen.it.sandbox.vendor.ReceivedBody;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class WireCheckTest {

    private static final String API = """
            openapi: 3.1.0
            info: {title: Cards, version: "1"}
            security: [{token: [], key: []}]
            paths:
              /cards:
                get:
                  parameters:
                    - {name: size, in: query, schema: {type: integer, maximum: 9}}
                    - {name: ids, in: query, explode: false, schema: {type: array, items: {type: integer}}}
                    - {name: sort, in: query, required: true, schema: {enum: [up, down]}}
                    - {name: X-Trace, in: header, schema: {type: string}}
                post:
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema:
                          required: [name]
                          properties:
                            name: {type: string}
                            owner: {properties: {id: {type: integer}}}
              /cards/{id}:
                get: {parameters: [{name: id, in: path, required: true, schema: {type: integer}}]}
              /cards/first:
                get: {}
              /cards/{id}/file:
                post:
                  parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                  requestBody:
                    content:
                      multipart/form-data:
                        schema:
                          required: [file]
                          properties: {file: {format: binary}, pages: {type: integer}}
            components:
              securitySchemes:
                token: {type: http, scheme: bearer}
                key: {type: apiKey, in: header, name: X-Key}
            """;

    private final WireCheck check;

    WireCheckTest(@TempDir Path folder) throws IOException {
        check = new WireCheck(Files.writeString(folder.resolve("openapi.yaml"), API), "/v1");
    }

    @Test
    void acceptsWhatIsDeclared() {
        assertThat(get("/v1/cards", "sort=up&size=9&ids=1,2")).isEmpty();
        assertThat(get("/v1/cards/7", null)).isEmpty();
        assertThat(post("{\"name\": \"a\", \"owner\": {\"id\": 1}}")).isEmpty();
        assertThat(upload(
                        new Part("file", "a.txt", "text/plain", new byte[1]),
                        new Part("pages", null, null, bytes("3"))))
                .isEmpty();
    }

    @Test
    void tellsTheOperationByTheTemplateWithTheFewestVariables() {
        assertThat(check.operation(request("GET", "/v1/cards/first", null, new ReceivedBody.None())))
                .contains("GET /cards/first");
        assertThat(check.operation(request("GET", "/v1/cards/7", null, new ReceivedBody.None())))
                .contains("GET /cards/{id}");
    }

    @Test
    void findsAWrongBasePathOrMethod() {
        assertThat(get("/cards", "sort=up")).singleElement().asString().startsWith("no-operation");
        assertThat(get("/v1/v1/cards", "sort=up")).singleElement().asString().startsWith("no-operation");
        assertThat(check.problems(request("PUT", "/v1/cards", null, new ReceivedBody.None())))
                .singleElement()
                .asString()
                .startsWith("no-operation");
    }

    @Test
    void findsWhatIsWrongInPathAndQuery() {
        assertThat(get("/v1/cards/x", null)).singleElement().asString().startsWith("value: path id");
        assertThat(get("/v1/cards", "sort=up&page=1")).containsExactly("undeclared-query: page");
        assertThat(get("/v1/cards", "size=1")).containsExactly("missing-required: query sort");
        assertThat(get("/v1/cards", "sort=up&sort=down")).containsExactly("repeated: query sort");
        assertThat(get("/v1/cards", "sort=up&size=10"))
                .singleElement()
                .asString()
                .startsWith("value: query size");
        assertThat(get("/v1/cards", "sort=up&ids=1,x"))
                .singleElement()
                .asString()
                .startsWith("value: query ids");
        assertThat(get("/v1/cards", "sort=sideways")).singleElement().asString().startsWith("value: query sort");
    }

    @Test
    void findsHeadersThatNobodyAskedForAndCredentialsThatAreMissing() {
        Map<String, List<String>> headers = headers();
        headers.put("x-trace", List.of("1"));
        assertThat(check.problems(with(headers))).isEmpty();
        headers.put("cookie", List.of("a=b"));
        headers.put("x-forwarded-for", List.of("10.0.0.1"));
        assertThat(check.problems(with(headers)))
                .containsExactlyInAnyOrder("undeclared-header: cookie", "undeclared-header: x-forwarded-for");
        Map<String, List<String>> anonymous = headers();
        anonymous.remove("x-key");
        assertThat(check.problems(with(anonymous))).containsExactly("security: no alternative is met");
    }

    @Test
    void findsWhatIsWrongInABody() {
        assertThat(post("{}")).singleElement().asString().contains("name");
        assertThat(post("{\"name\": 1}")).singleElement().asString().startsWith("value: body");
        assertThat(post("{\"name\": \"a\", \"colour\": 1, \"owner\": {\"uid\": 1}}"))
                .containsExactly("undeclared-property: body/colour", "undeclared-property: body/owner/uid");
        assertThat(check.problems(request("POST", "/v1/cards", null, new ReceivedBody.None())))
                .containsExactly("missing-body");
        assertThat(check.problems(request("GET", "/v1/cards", "sort=up", json("{}"))))
                .singleElement()
                .asString()
                .startsWith("undeclared-body");
        assertThat(check.problems(request("POST", "/v1/cards", null, new ReceivedBody.Text("text/plain", "a"))))
                .singleElement()
                .asString()
                .startsWith("media-type");
        assertThat(upload(new Part("upload", "a.txt", "text/plain", new byte[1])))
                .containsExactly("missing-required: part file", "undeclared-part: upload");
    }

    private List<String> get(String path, @Nullable String query) {
        return check.problems(request("GET", path, query, new ReceivedBody.None()));
    }

    private List<String> post(String body) {
        return check.problems(request("POST", "/v1/cards", null, json(body)));
    }

    private List<String> upload(Part... parts) {
        return check.problems(request("POST", "/v1/cards/7/file", null, new ReceivedBody.Multipart(List.of(parts))));
    }

    private static ReceivedBody json(String body) {
        return new ReceivedBody.Json(JsonMapper.builder().build().readTree(body));
    }

    private static RecordedRequest with(Map<String, List<String>> headers) {
        return new RecordedRequest("cards", "GET", "/v1/cards", "sort=up", headers, new ReceivedBody.None(), 200);
    }

    private static RecordedRequest request(String method, String path, @Nullable String query, ReceivedBody body) {
        Map<String, List<String>> headers = headers();
        if (body instanceof ReceivedBody.Json) {
            headers.put("content-type", List.of("application/json"));
        } else if (body instanceof ReceivedBody.Multipart) {
            headers.put("content-type", List.of("multipart/form-data; boundary=b"));
        } else if (body instanceof ReceivedBody.Text text) {
            headers.put("content-type", List.of(text.mediaType()));
        }
        return new RecordedRequest("cards", method, path, query, headers, body, 200);
    }

    private static Map<String, List<String>> headers() {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("host", List.of("api.example.com"));
        headers.put("authorization", List.of("Bearer t"));
        headers.put("x-key", List.of("k"));
        return headers;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
