package dev.mcpcodegen.codegen.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.diagnostic.Severity;
import dev.mcpcodegen.codegen.spec.normalise.LeftOut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One integration of several documents: the operations of all, and what each says of its own. */
class SeveralDocumentsTest {

    @TempDir
    private Path folder;

    private final Diagnostics diagnostics = new Diagnostics();

    @Test
    void theOperationsOfAllInTheOrderOfNames() throws IOException {
        write("b.openapi.yaml", document("paths: {/b: {get: {}}}"));
        write("a.openapi.json", "{\"openapi\": \"3.1.0\", \"paths\": {\"/a\": {\"get\": {}}}}");
        write("openapi.yaml", document("paths: {/z: {get: {}}}"));
        assertThat(tree().path("paths").fieldNames()).toIterable().containsExactly("/z", "/a", "/b");
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void theyMayAllBeFurtherOnes() throws IOException {
        write("a.openapi.yaml", document("paths: {/a: {get: {}}}"));
        SpecDocument document = load().orElseThrow();
        assertThat(document.displayFile()).isEqualTo("specs/x/a.openapi.yaml");
    }

    @Test
    void eachKeepsItsServersAndSecurity() throws IOException {
        write(
                "a.openapi.yaml",
                document("servers: [{url: https://a}]\nsecurity: [{key: []}]\npaths: {/a: {get: {responses: {}}}}"));
        write("b.openapi.yaml", document("servers: [{url: https://b}]\npaths: {/b: {get: {responses: {}}}}"));
        write(
                "c.openapi.yaml",
                document("servers: [{url: https://a}]\nsecurity: [{other: []}]\npaths: {/c: {get: {responses: {}}}}"));
        JsonNode tree = tree();
        assertThat(tree.at("/paths/~1b/servers/0/url").asText()).isEqualTo("https://b");
        assertThat(tree.at("/paths/~1b/get/security")).hasToString("[]");
        assertThat(tree.at("/paths/~1c").has("servers")).isFalse();
        assertThat(tree.at("/paths/~1c/get/security")).hasToString("[{\"other\":[]}]");
        assertThat(tree.at("/paths/~1a/get").has("security")).isFalse();
    }

    @Test
    void componentsOfOneNameStayTwo() throws IOException {
        write(
                "a.openapi.yaml",
                document("components: {schemas: {A: {type: string}, B: {$ref: '#/components/schemas/A'}}}"));
        write("b.openapi.yaml", document("""
                paths: {/b: {get: {security: [{S: [x]}], responses: {200: {content: {a/b: {schema: {$ref: '#/components/schemas/B'}}}}}}}}
                components:
                  schemas:
                    A: {type: integer}
                    B: {$ref: '#/components/schemas/A'}
                    C: {discriminator: {propertyName: p, mapping: {a: '#/components/schemas/A'}}}
                  securitySchemes: {S: {type: http}}
                """));
        JsonNode tree = tree();
        assertThat(tree.at("/components/schemas"))
                .hasToString(
                        "{\"A\":{\"type\":\"string\"},\"B\":{\"$ref\":\"#/components/schemas/A\"},"
                                + "\"A_2\":{\"type\":\"integer\"},\"B_2\":{\"$ref\":\"#/components/schemas/A_2\"},"
                                + "\"C\":{\"discriminator\":{\"propertyName\":\"p\",\"mapping\":{\"a\":\"#/components/schemas/A_2\"}}}}");
        assertThat(tree.at("/paths/~1b/get/responses/200/content/a~1b/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/B_2");
        assertThat(tree.at("/paths/~1b/get/security")).hasToString("[{\"S\":[\"x\"]}]");
    }

    @Test
    void aRenamedSecuritySchemeIsStillRequired() throws IOException {
        write("a.openapi.yaml", document("components: {securitySchemes: {S: {type: http}}}"));
        write(
                "b.openapi.yaml",
                document("security: [{S: [x]}]\npaths: {/b: {get: {responses: {}}}}\n"
                        + "components: {securitySchemes: {S: {type: apiKey}}}"));
        assertThat(tree().at("/paths/~1b/get/security")).hasToString("[{\"S_2\":[\"x\"]}]");
    }

    @Test
    void sharedComponentsAreNotDoubled() throws IOException {
        write("a.openapi.yaml", document("components: {schemas: {A: {type: string}}}"));
        write("b.openapi.yaml", document("components: {schemas: {A: {type: string}, B: {}}}"));
        assertThat(tree().at("/components/schemas").fieldNames()).toIterable().containsExactly("A", "B");
    }

    @Test
    void theFirstOfTwoDescriptionsOfAnOperationStays() throws IOException {
        write("a.openapi.yaml", document("paths: {/a: {get: {operationId: a}}}"));
        write(
                "b.openapi.yaml",
                document("paths: {/a: {parameters: [{name: q, in: query}], get: {operationId: b}, post: {}}}"));
        SpecDocument document = load().orElseThrow();
        assertThat(document.tree().at("/paths/~1a/get/operationId").asText()).isEqualTo("a");
        assertThat(document.tree().at("/paths/~1a/post/parameters/0/name").asText())
                .isEqualTo("q");
        assertThat(document.tree().at("/paths/~1a").has("parameters")).isFalse();
        assertThat(document.leftOut()).extracting(LeftOut::operation).containsExactly("GET /a");
        assertThat(diagnostics.all()).singleElement().satisfies(told -> {
            assertThat(told.severity()).isEqualTo(Severity.WARNING);
            assertThat(told.location().file()).isEqualTo("specs/x/b.openapi.yaml");
            assertThat(told.message()).contains("specs/x/a.openapi.yaml");
        });
    }

    @Test
    void versionsMayDiffer() throws IOException {
        write("a.openapi.yaml", document("paths: {/a: {get: {}}}"));
        write(
                "b.openapi.yaml",
                "swagger: '2.0'\nhost: b.test\npaths: {/b: {get: {parameters: [{name: q, in: query, type: string}]}}}\n");
        JsonNode tree = tree();
        assertThat(tree.at("/paths/~1b/get/parameters/0/schema/type").asText()).isEqualTo("string");
        assertThat(tree.at("/paths/~1b/servers/0/url").asText()).isEqualTo("https://b.test");
    }

    @Test
    void anOverlayIsForAllUnlessItExtendsOne() throws IOException {
        write("a.openapi.yaml", document("paths: {/a: {get: {}}}"));
        write("b.openapi.yaml", document("paths: {/b: {get: {}}}"));
        write("1.overlay.yaml", overlay("", "$.paths['/b']"));
        write("2.overlay.yaml", overlay("extends: ./a.openapi.yaml\n", "$.paths.*"));
        write("3.overlay.yaml", overlay("extends: a.openapi.yaml\n", "$.paths['/b']"));
        JsonNode tree = tree();
        assertThat(tree.at("/paths/~1b/x-told")).hasToString("1");
        assertThat(tree.at("/paths/~1a/x-told")).hasToString("1");
        assertThat(diagnostics.all())
                .extracting(told -> told.location().file())
                .containsExactly("specs/x/3.overlay.yaml");
    }

    @Test
    void recordsAreForAll() throws IOException {
        write("a.openapi.yaml", document("paths: {/a: {get: {}}}"));
        write("b.openapi.yaml", "swagger: '2.0'\npaths: {/b: {get: {}}}\n");
        Files.createDirectory(folder.resolve("docs"));
        write("docs/a.md", "## GET /a\nGets a.\n\n## GET /b\nGets b.\n");
        JsonNode tree = tree();
        assertThat(tree.at("/paths/~1a/get/x-mcp/description").asText()).isEqualTo("Gets a.");
        assertThat(tree.at("/paths/~1b/get/x-mcp/description").asText()).isEqualTo("Gets b.");
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void diagnosticsNameTheFileAndLineOfEach() throws IOException {
        write("a.openapi.yaml", document("paths: {/a: {get: {}}}"));
        write("b.openapi.yaml", "swagger: '2.0'\npaths:\n  /b/{id}:\n    get:\n      operationId: x\n");
        load();
        assertThat(diagnostics.all().get(0).location())
                .hasToString("specs/x/b.openapi.yaml#/paths/~1b~1{id}/get (line 4)");
    }

    private static String document(String members) {
        return "openapi: 3.0.3\n" + members + "\n";
    }

    private static String overlay(String head, String target) {
        return "overlay: 1.0.0\n" + head + "info: {title: t, version: '1'}\nactions:\n  - target: " + target
                + "\n    update: {x-told: 1}\n";
    }

    private JsonNode tree() {
        return load().orElseThrow(() -> new AssertionError(diagnostics.all().toString()))
                .tree();
    }

    private Optional<SpecDocument> load() {
        return new SpecLoader(SpecLimits.defaults()).load(new SpecSource("x", folder, "specs/x"), diagnostics);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
