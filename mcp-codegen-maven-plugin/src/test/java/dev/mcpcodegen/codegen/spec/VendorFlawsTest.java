package dev.mcpcodegen.codegen.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.diagnostic.Severity;
import dev.mcpcodegen.codegen.spec.normalise.LeftOut;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Flaws of documents that a user has not written and cannot change: each costs what it spoils and nothing else. */
class VendorFlawsTest {

    private static final String HEAD = "openapi: 3.0.3\ninfo: {title: t, version: '1'}\n";

    @TempDir
    private Path folder;

    private final Diagnostics diagnostics = new Diagnostics();

    @Test
    void aKeyThatIsThereTwiceIsToldAndTheLastCounts() throws IOException {
        JsonNode yaml = tree("openapi.yaml", HEAD + "paths: {}\nx-a: 1\nx-a: 2\n");
        assertThat(yaml.path("x-a").asInt()).isEqualTo(2);
        assertThat(warnings())
                .containsExactly("The key \"x-a\" is there twice, first in line 4; the last one counts, as for"
                        + " most readers.");
    }

    @Test
    void aKeyThatIsThereTwiceInJsonIsToldToo() throws IOException {
        JsonNode json = tree("openapi.json", "{\"openapi\": \"3.0.0\",\n\"x-a\": 1,\n\"x-a\": {}, \"paths\": {}}");
        assertThat(json.path("x-a")).hasToString("{}");
        assertThat(diagnostics.all().get(0).location()).hasToString("specs/x/openapi.json (line 3)");
    }

    @Test
    void aKeyThatIsThereTwiceInAnOverlayIsAnError() throws IOException {
        write("openapi.yaml", HEAD + "paths: {}\n");
        write("a.overlay.yaml", "overlay: 1.0.0\ninfo: {title: t, title: u, version: '1'}\nactions: []\n");
        load();
        assertThat(diagnostics.count(Severity.ERROR)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void theByteOrderMarkSaysWhatTheBytesMean(String charset) throws IOException {
        Files.write(
                folder.resolve("openapi.yaml"),
                ("\uFEFF" + HEAD + "paths: {/\u00e4: {}}\n").getBytes(Charset.forName(charset)));
        assertThat(load().orElseThrow().tree().path("paths").has("/\u00e4")).isTrue();
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void bytesThatAreNotUtf8AreRead() throws IOException {
        Files.write(
                folder.resolve("openapi.yaml"),
                (HEAD + "x-a: \u00e4\npaths: {}").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(load().orElseThrow().tree().path("x-a").asText()).isEqualTo("\u00e4");
        assertThat(warnings()).containsExactly("The file is not UTF-8; it is read as ISO 8859-1.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "openapi.yaml | {\"openapi\": \"3.0.0\",\\t\"paths\": {\\n\\t\"/a\": {}}}",
                "openapi.yaml | openapi: 3.0.0\\npaths:\\n\\t/a:\\n\\t\\tget: {}\\n",
                "openapi.yaml | openapi: 3.0.0\\r\\npaths:\\r\\n  /a:   \\r\\n    get: {}\\r\\n",
                "openapi.json | openapi: 3.0.0\\npaths: {/a: {}}\\n",
                "openapi.yaml | openapi: 3.0.0\\npaths: {/a: {description: \"\\u0001\"}}\\n",
                "openapi.yaml | openapi: 3.0.0\\npaths: {/a: {get: {responses: {200: {description: x}}}}}\\n"
            })
    void notationsThatLeaveNoDoubtAreRead(String file, String text) throws IOException {
        String unescaped = text.replace("\\n", "\n").replace("\\t", "\t").replace("\\r", "\r");
        assertThat(tree(file, unescaped.replace("\\u0001", "\u0001"))
                        .path("paths")
                        .has("/a"))
                .isTrue();
        assertThat(diagnostics.hasErrors()).isFalse();
    }

    @Test
    void tabsWithinATextAreKept() throws IOException {
        assertThat(tree("openapi.yaml", HEAD + "paths: {}\nx-a: |\n  func {\n  \treturn\n")
                        .path("x-a")
                        .asText())
                .isEqualTo("func {\n\treturn\n");
        assertThat(diagnostics.all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "pets | /pets",
                "'\"/pets \"' | /pets",
                "/pets/{+id} | /pets/{id}",
                "/pets/{id*} | /pets/{id}",
                "'\"/pets/{id:[0-9]+}\"' | /pets/{id}",
                "/pets/:id | /pets/{id}",
                "'\"/pets/{id}{?limit,page}\"' | /pets/{id}",
                "'\"/pets#second\"' | '/pets#second'",
                "/pets/{id}.json | /pets/{id}.json",
                "/pets/{id}:archive | /pets/{id}:archive"
            })
    void keysBecomePathTemplates(String key, String path) throws IOException {
        JsonNode paths = tree(
                        "openapi.yaml",
                        HEAD + "paths:\n  " + key + ":\n    get: {parameters: [{name: id, in: path, schema: {}}]}\n")
                .path("paths");
        assertThat(paths.fieldNames()).toIterable().containsExactly(path);
        assertThat(diagnostics.hasErrors()).isFalse();
    }

    @Test
    void aQueryInAKeyIsAParameterWithOneValue() throws IOException {
        JsonNode item = tree(
                        "openapi.yaml",
                        HEAD + "paths: {'/a?kind=b&q={q}': {get: {parameters: [{name: q, in: path}]}}}\n")
                .path("paths")
                .path("/a?kind=b&q={q}");
        assertThat(item.path("parameters"))
                .hasToString(
                        "[{\"name\":\"kind\",\"in\":\"query\",\"required\":true,\"schema\":{\"type\":\"string\",\"enum\":"
                                + "[\"b\"]}}]");
        assertThat(item.at("/get/parameters/0/in").asText()).isEqualTo("query");
    }

    @Test
    void twoKeysOfOnePathShareItsOperations() throws IOException {
        write("openapi.yaml", HEAD + """
                paths:
                  /a: {get: {operationId: first}}
                  a: {get: {operationId: second}, post: {}, parameters: [{name: q, in: query}]}
                """);
        SpecDocument document = load().orElseThrow();
        assertThat(document.tree().at("/paths/~1a/get/operationId").asText()).isEqualTo("first");
        assertThat(document.tree().at("/paths/~1a/post/parameters/0/name").asText())
                .isEqualTo("q");
        assertThat(document.leftOut()).extracting(LeftOut::operation).containsExactly("GET /a");
    }

    @Test
    void aPathParameterThatIsNotDeclaredIsAText() throws IOException {
        assertThat(parameters("/a/{id}/{other}", "[{name: id, in: path, schema: {type: integer}}]"))
                .hasToString("[{\"name\":\"id\",\"in\":\"path\",\"schema\":{\"type\":\"integer\"}},"
                        + "{\"schema\":{\"type\":\"string\"},\"name\":\"other\",\"in\":\"path\",\"required\":true}]");
        assertThat(warnings()).containsExactly("The path's parameter {other} is not declared; it is taken as a text.");
    }

    @Test
    void aPathParameterThatIsNotInTheTemplateIsDropped() throws IOException {
        assertThat(parameters("/a", "[{name: id, in: path, schema: {type: integer}}, {name: q, in: query}]"))
                .hasToString("[{\"name\":\"q\",\"in\":\"query\"}]");
        assertThat(warnings()).containsExactly("The path has no {id}; the parameter is left out.");
    }

    @Test
    void aPathParameterMayBeSpelledOtherwise() throws IOException {
        assertThat(parameters("/a/{userId}", "[{name: userID, in: path, schema: {type: integer}}]"))
                .hasToString(
                        "[{\"name\":\"userId\",\"in\":\"path\",\"schema\":{\"type\":\"integer\"},\"required\":true}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{name: q}]",
                "[{in: query}]",
                "[{name: q, in: nowhere}]",
                "[null, 1, text]",
                "[{$ref: '#/components/parameters/Gone'}]",
                "[{$ref: 'gone.yaml'}]",
                "[{$ref: 'https://example.com/p.yaml'}]",
                "{}",
                "null"
            })
    void aParameterThatIsNoneIsDropped(String list) throws IOException {
        assertThat(parameters("/a", list)).isEmpty();
        assertThat(diagnostics.hasErrors()).isFalse();
    }

    @Test
    void spellingThatLeavesNoDoubtIsPutRight() throws IOException {
        assertThat(parameters("/a", "[{name: 1, in: Query}]")).hasToString("[{\"name\":\"1\",\"in\":\"query\"}]");
        assertThat(diagnostics.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "paths: null",
                "paths: []",
                "paths: {/a: null, /b: 1, x-c: {get: {}}}",
                "paths: {/a: {get: null, post: [], parameters: null}}",
                "paths: {/a: {$ref: '#/paths/~1a'}}",
                "paths: {/a: {$ref: '#/components/pathItems/gone'}}",
                "paths: {/a: {get: {$ref: 'gone.yaml'}}}",
                "paths: {/a: {get: {requestBody: {$ref: '#/components/requestBodies/gone'}}}}",
                "components: null",
                "components: {schemas: null, parameters: [], responses: 3}",
                "components: {schemas: {A: {properties: {a: {type: string, required: true}}, required: true}}}",
                "components: {schemas: {A: {$ref: '#/components/schemas/A'}}}",
                "components: {schemas: {A: {$ref: '#nowhere'}, B: {$ref: '%zz'}, C: {$ref: ''}}}",
                "tags: x",
                "servers: {}",
                "security: null",
                "webhooks: {a: {post: {}}}",
                "info: null"
            })
    void oddPartsAreNoErrors(String members) throws IOException {
        write("openapi.yaml", "openapi: 3.1.0\n" + members + "\n");
        assertThat(load()).isPresent();
        assertThat(diagnostics.hasErrors()).isFalse();
    }

    @Test
    void aReferencedFileThatIsBrokenCostsTheReference() throws IOException {
        write("openapi.yaml", HEAD + "paths: {}\ncomponents: {schemas: {A: {$ref: broken.yaml}, B: {type: string}}}\n");
        write("broken.yaml", "a: [");
        assertThat(load().orElseThrow().tree().at("/components/schemas"))
                .hasToString("{\"A\":{},\"B\":{\"type\":\"string\"}}");
        assertThat(diagnostics.hasErrors()).isFalse();
    }

    @Test
    void webhooksAreTold() throws IOException {
        tree("openapi.yaml", HEAD + "paths: {}\nwebhooks: {a: {post: {}}}\n");
        assertThat(diagnostics.all())
                .singleElement()
                .satisfies(note -> assertThat(note.severity()).isEqualTo(Severity.INFO));
    }

    private JsonNode parameters(String path, String list) throws IOException {
        return tree("openapi.yaml", HEAD + "paths: {'" + path + "': {get: {parameters: " + list + "}}}\n")
                .path("paths")
                .path(path)
                .path("get")
                .path("parameters");
    }

    private List<String> warnings() {
        return diagnostics.all().stream()
                .filter(d -> d.severity() == Severity.WARNING)
                .map(d -> d.message())
                .toList();
    }

    private JsonNode tree(String name, String text) throws IOException {
        write(name, text);
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
