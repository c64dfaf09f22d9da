package dev.mcpcodegen.it.corpus.raw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.it.corpus.TempApi;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawApiTest {

    @TempDir
    private Path folder;

    @Test
    void countsOperationsAcrossFiles() {
        TempApi.write(folder, "paths/cards.yaml", "get: {}\npost:\n  $ref: post.yaml\nparameters: []\n");
        TempApi.write(folder, "paths/post.yaml", "description: Creates a card.\n");
        RawApi api = TempApi.of(folder, """
                openapi: 3.0.3
                paths:
                  /cards: {$ref: paths/cards.yaml}
                  /cards/{id}: {get: {}, x-note: {}, query: {}}
                  x-hidden: {get: {}}
                """);
        assertThat(api.operations())
                .extracting(RawOperation::toString)
                .containsExactly("GET /cards", "POST /cards", "GET /cards/{id}");
        assertThat(api.operations().get(1).isDocumented()).isTrue();
        assertThat(api.files().parts(folder.resolve("openapi.yaml")))
                .extracting(part -> part.getFileName().toString())
                .containsExactly("cards.yaml", "post.yaml");
    }

    @Test
    void countsTheMethodsOf32() {
        RawApi api = TempApi.of(folder, """
                openapi: 3.2.0
                paths:
                  /cards: {query: {}, additionalOperations: {COPY: {}}}
                """);
        assertThat(api.operations()).extracting(RawOperation::toString).containsExactly("QUERY /cards", "COPY /cards");
    }

    @Test
    void ownParametersOverrideThoseOfThePath() {
        RawApi api = TempApi.of(folder, """
                openapi: 3.0.3
                paths:
                  /cards/{id}:
                    parameters:
                      - {name: id, in: path, required: true, schema: {type: string}}
                      - {name: q, in: query}
                    get:
                      parameters:
                        - $ref: '#/components/parameters/Q'
                components:
                  parameters:
                    Q: {name: q, in: query, required: true, explode: false, schema: {type: array}}
                """);
        RawOperation operation = api.operation("GET", "/cards/{id}").orElseThrow();
        assertThat(operation.parameters()).extracting(RawParameter::toString).containsExactly("path id", "query q");
        RawParameter query = operation.parameter("query", "q").orElseThrow();
        assertThat(query.required()).isTrue();
        assertThat(query.style()).isEqualTo("form");
        assertThat(query.explode()).isFalse();
    }

    @Test
    void bodiesOf20AreParameters() {
        RawApi api = TempApi.of(folder, """
                swagger: '2.0'
                host: api.example.com
                basePath: /v1/
                schemes: [https]
                consumes: [application/json]
                paths:
                  /cards:
                    post:
                      parameters:
                        - {name: card, in: body, required: true, schema: {type: object}}
                        - {name: ids, in: query, type: array, collectionFormat: pipes}
                  /files:
                    post:
                      parameters:
                        - {name: content, in: formData, type: file, required: true}
                """);
        RawOperation create = api.operation("POST", "/cards").orElseThrow();
        RawBody body = create.body().orElseThrow();
        assertThat(body.required()).isTrue();
        assertThat(body.schemaOf("application/json; charset=utf-8")).isPresent();
        assertThat(create.parameters()).extracting(RawParameter::style).containsExactly("pipeDelimited");
        assertThat(RawServers.of(create)).containsExactly("https://api.example.com/v1");
        RawBody form = api.operation("POST", "/files").orElseThrow().body().orElseThrow();
        assertThat(form.schemas()).containsOnlyKeys("multipart/form-data");
        assertThat(form.fields()).extracting(RawParameter::name).containsExactly("content");
    }

    @Test
    void theNearestServersCount() {
        RawApi api = TempApi.of(folder, """
                openapi: 3.1.0
                servers: [{url: 'https://{region}.example.com/', variables: {region: {default: eu}}}]
                paths:
                  /a: {get: {}}
                  /b: {get: {}, servers: [{url: https://b.example.com}]}
                  /c: {get: {servers: [{url: /c}]}}
                """);
        assertThat(api.operations())
                .extracting(operation -> RawServers.of(operation).get(0))
                .containsExactly("https://eu.example.com", "https://b.example.com", "/c");
    }

    @Test
    void readsYamlAsItsCoreSchemaSays() {
        RawApi api = TempApi.of(folder, """
                openapi: 3.0.3
                x-base: &base {yes: yes, date: 2026-01-01, n: 1_0, empty: , big: 12345678901234567890}
                x-more: {<<: *base, date: other}
                paths: {}
                """);
        var more = api.root().get("x-more").node();
        assertThat(more.path("date").asString()).isEqualTo("other");
        assertThat(more.path("yes").isString()).isTrue();
        assertThat(more.path("n").isString()).isTrue();
        assertThat(more.path("empty").isNull()).isTrue();
        assertThat(more.path("big").toString()).isEqualTo("12345678901234567890");
    }
}
