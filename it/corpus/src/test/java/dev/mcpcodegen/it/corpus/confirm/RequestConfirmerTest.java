package dev.mcpcodegen.it.corpus.confirm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.it.corpus.TempApi;
import dev.mcpcodegen.it.corpus.raw.RawApi;
import dev.mcpcodegen.it.corpus.schema.SchemaJudge;
import dev.mcpcodegen.runtime.tool.UpstreamRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class RequestConfirmerTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String API = """
            openapi: 3.0.3
            servers: [{url: https://api.example.com}]
            paths:
              /boards/{board}/cards:
                post:
                  parameters:
                    - {name: board, in: path, required: true, schema: {type: string}}
                    - {name: nowhere, in: path, required: true, schema: {type: string}}
                    - {name: tags, in: query, explode: false, schema: {type: array, items: {type: string}}}
                    - {name: nowhere, in: path, required: true, schema: {type: string}}
                    - {name: dry, in: query, required: true, schema: {type: boolean}}
                    - {name: key, in: query, required: true, schema: {type: string}}
                  requestBody:
                    content:
                      application/json:
                        schema:
                          type: object
                          required: [name, pageSize]
                          properties: {name: {type: string}, size: {type: integer}, pageSize: {type: integer}}
            components:
              securitySchemes:
                key: {type: apiKey, in: query, name: key}
            """;

    /** The runtime puts the page size in. */
    private static final String REPORT = """
            {"method": "POST", "path": "/boards/{board}/cards", "paging": {"limitParam": "pageSize"}, "arguments": [
              {"name": "board", "location": "path", "wireName": "board"},
              {"name": "tags", "location": "query", "wireName": "tags"},
              {"name": "dry", "location": "query", "wireName": "dry"},
              {"name": "name", "location": "body", "wireName": "name"},
              {"name": "size", "location": "body", "wireName": "size"}]}""";

    private static final String CALL = """
            {"board": "a b", "tags": ["x", "y"], "dry": true, "name": "n", "size": 1}""";

    @TempDir
    private Path folder;

    @Test
    void confirmsWhatTheDocumentSays() {
        assertThat(problems(
                        "https://api.example.com",
                        UpstreamRequest.post("/boards/a%20b/cards")
                                .query("tags", "x,y")
                                .query("dry", true)
                                .jsonBody(body -> body.put("name", "n").put("size", 1))
                                .build()))
                .isEmpty();
    }

    @Test
    void findsWhatIsWrongAnywhere() {
        List<String> problems = problems(
                "https://other.example.com",
                UpstreamRequest.put("/boards/other/cards")
                        .query("tags", "x")
                        .query("surprise", 1)
                        .header("X-Surprise", "1")
                        .jsonBody(body -> body.put("size", "large"))
                        .build());
        assertThat(problems)
                .extracting(problem -> problem.split(":", 2)[0])
                .containsExactlyInAnyOrder(
                        "server",
                        "method",
                        "path-value",
                        "query-value",
                        "query-value",
                        "undeclared-query",
                        "undeclared-header",
                        "body-value",
                        "body-value",
                        "raw-body-type");
    }

    @Test
    void findsAPathThatIsNoInstanceOfItsTemplate() {
        assertThat(problems(
                        "https://api.example.com",
                        UpstreamRequest.post("/boards/a%20b/cards/more")
                                .query("tags", "x,y")
                                .query("dry", true)
                                .jsonBody(body -> body.put("name", "n").put("size", 1))
                                .build()))
                .singleElement()
                .asString()
                .startsWith("path: ");
    }

    @Test
    void findsAMissingBody() {
        assertThat(problems(
                        "https://api.example.com",
                        UpstreamRequest.post("/boards/a%20b/cards")
                                .query("tags", "x,y")
                                .query("dry", true)
                                .build()))
                .containsExactly("missing-body: [application/json]");
    }

    private List<String> problems(String baseUrl, UpstreamRequest request) {
        RawApi api = TempApi.of(folder, API);
        ToolReport report = ToolReport.of(JSON.readTree(REPORT));
        List<String> problems = new ArrayList<>();
        RequestConfirmer confirmer = new RequestConfirmer(
                api.operation("POST", report.path()).orElseThrow(),
                report,
                baseUrl,
                List.of(),
                new SchemaJudge(),
                problems::add);
        confirmer.confirmTool();
        confirmer.confirm(new ToolTrial.Call(true, (ObjectNode) JSON.readTree(CALL), request));
        return problems;
    }
}
