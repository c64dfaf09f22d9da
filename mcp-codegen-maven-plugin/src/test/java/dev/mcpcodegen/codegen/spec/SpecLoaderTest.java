package dev.mcpcodegen.codegen.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mcpcodegen.codegen.diagnostic.Diagnostic;
import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.diagnostic.Severity;
import dev.mcpcodegen.codegen.spec.read.DocumentReader;
import dev.mcpcodegen.codegen.spec.read.ReadLimits;
import dev.mcpcodegen.codegen.spec.tree.Origins;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecLoaderTest {

    private static final String HEAD = "openapi: 3.1.0\ninfo: {title: t, version: '1'}\n";

    @TempDir
    private Path temporary;

    private Path folder = Path.of("");
    private final Diagnostics diagnostics = new Diagnostics();

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(temporary.resolve("acme"));
    }

    @Test
    void appliesOverlaysInNameOrderThenRecords() throws IOException {
        write("openapi.yaml", HEAD + "paths: {/a: {get: {summary: s}}}\n");
        write("2.overlay.yaml", overlay("$.paths['/a'].get['x-mcp']", "{title: second}"));
        write("1.overlay.yaml", overlay("$.paths['/a'].get", "{x-mcp: {title: first}}"));
        write("docs/a.md", "---\nresource: things\n---\n## GET /a\nGet a thing.\n");
        SpecDocument document = document();
        assertThat(document.tree().at("/paths/~1a/get/x-mcp"))
                .hasToString("{\"title\":\"second\",\"description\":\"Get a thing.\",\"resource\":\"things\"}");
        assertThat(document.version()).isEqualTo(SpecVersion.OPENAPI_3_1);
        assertThat(document.displayFile()).isEqualTo("specs/acme/openapi.yaml");
        assertThat(document.files().stream().map(f -> folder.relativize(f).toString()))
                .containsExactly("1.overlay.yaml", "2.overlay.yaml", "docs/a.md", "openapi.yaml");
        assertThat(document.sources().locate("/paths/~1a/get/x-mcp/title"))
                .hasToString("specs/acme/2.overlay.yaml#/actions/0/update/title (line 5)");
        assertThat(document.sources().locate("/paths/~1a/get/x-mcp/description"))
                .hasToString("specs/acme/docs/a.md (line 4)");
        assertThat(document.sources().locate("/paths/~1a/get/summary"))
                .hasToString("specs/acme/openapi.yaml#/paths/~1a/get/summary (line 3)");
        assertThat(diagnostics.all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "openapi: '3.3.0', 3.3.0",
        "openapi: 4.0.0, 4.0.0",
        "swagger: '1.2', 1.2",
        "openapi: latest, latest",
        "openapi: [3], 3"
    })
    void namesTheVersionThatItRefuses(String line, String version) throws IOException {
        write("openapi.yaml", line + "\npaths: {}\n");
        assertThat(load()).isEmpty();
        assertThat(diagnostics.all())
                .singleElement()
                .satisfies(d -> assertThat(d.message()).contains(version));
    }

    @ParameterizedTest
    @CsvSource({
        "openapi: 3, OPENAPI_3_0, 1",
        "openapi: 3.0, OPENAPI_3_0, 1",
        "openapi: '3.0', OPENAPI_3_0, 1",
        "openapi: 3.1, OPENAPI_3_1, 1",
        "openapi: v3.0.1, OPENAPI_3_0, 1",
        "openapi: 3.0.0-rc2, OPENAPI_3_0, 0",
        "openapi: 3.1.2, OPENAPI_3_1, 0",
        "openapi: 3.2.0, OPENAPI_3_2, 0",
        "swagger: '2.0', SWAGGER_2_0, 0",
        "swagger: 2.0, SWAGGER_2_0, 1",
        "swagger: 2, SWAGGER_2_0, 1"
    })
    void readsWhatIsClearlyMeantAndTellsWhatIsWrittenWrongly(String line, SpecVersion version, int warnings)
            throws IOException {
        write("openapi.yaml", line + "\npaths: {}\n");
        assertThat(document().version()).isEqualTo(version);
        assertThat(diagnostics.count(Severity.WARNING)).isEqualTo(warnings);
    }

    @Test
    void bundlesByWhatStandsWhere() throws IOException {
        write("openapi.yaml", HEAD + """
                        paths:
                          /a:
                            $ref: paths/a.yml
                          /b:
                            parameters:
                              - $ref: 'parts.yml#/Page'
                            get: {$ref: get.yml}
                        components:
                          schemas:
                            Thing: {type: string}
                        """);
        write("paths/a.yml", """
                post:
                  requestBody: {content: {application/json: {schema: {$ref: ../schemas/thing.yml}}}}
                  responses:
                    '200': {$ref: '../parts.yml#/Ok'}
                  x-samples: [{$ref: sample.yml}]
                """);
        write("paths/sample.yml", "lang: curl\n");
        write("get.yml", "description: {$ref: 'words.yml#/get'}\nresponses: {'200': {$ref: 'parts.yml#/Ok'}}\n");
        write("words.yml", "get: Gets it.\n");
        write("parts.yml", """
                Page: {name: page, in: query, schema: {$ref: '#/Number'}}
                Number: {type: integer}
                Ok:
                  description: fine
                  content: {application/json: {schema: {$ref: schemas/thing.yml}, example: {$ref: nowhere.yml}}}
                """);
        write("schemas/thing.yml", """
                type: object
                properties: {$ref: more.yml}
                """);
        write(
                "schemas/more.yml",
                "self: {$ref: thing.yml, description: kept}\nold: {$ref: '../openapi.yaml#/components/schemas/Thing'}\n");
        JsonNode tree = document().tree();
        assertThat(tree.at("/paths/~1a/post/requestBody/content/application~1json/schema"))
                .hasToString("{\"$ref\":\"#/components/schemas/thing\"}");
        assertThat(tree.at("/components/schemas/thing/properties/self"))
                .hasToString("{\"$ref\":\"#/components/schemas/thing\",\"description\":\"kept\"}");
        assertThat(tree.at("/components/schemas/thing/properties/old"))
                .hasToString("{\"$ref\":\"#/components/schemas/Thing\"}");
        assertThat(tree.at("/paths/~1b/parameters/0")).hasToString("{\"$ref\":\"#/components/parameters/Page\"}");
        assertThat(tree.at("/components/parameters/Page/schema/$ref").asText())
                .isEqualTo("#/components/schemas/Number");
        assertThat(tree.at("/paths/~1b/get/description").asText()).isEqualTo("Gets it.");
        assertThat(tree.at("/paths/~1b/get/responses/200/$ref").asText()).isEqualTo("#/components/responses/Ok");
        assertThat(tree.at("/paths/~1a/post/x-samples/0/lang").asText()).isEqualTo("curl");
        assertThat(tree.at("/components/responses/Ok/content/application~1json/example/$ref")
                        .asText())
                .isEqualTo("nowhere.yml");
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void takesAFreeNameForAComponentAndOneForTheSameTarget() throws IOException {
        write(
                "openapi.yaml",
                schemas("A: {$ref: a/Pet.yml}", "B: {$ref: b/Pet.yml}", "C: {$ref: ./a/../a/Pet.yml}", "Pet: {}"));
        write("a/Pet.yml", "type: string\n");
        write("b/Pet.yml", "type: integer\n");
        assertThat(document().tree().at("/components/schemas"))
                .hasToString(
                        "{\"A\":{\"$ref\":\"#/components/schemas/Pet_2\"},\"B\":{\"$ref\":\"#/components/schemas/Pet_3\"},"
                                + "\"C\":{\"$ref\":\"#/components/schemas/Pet_2\"},\"Pet\":{},"
                                + "\"Pet_2\":{\"type\":\"string\"},\"Pet_3\":{\"type\":\"integer\"}}");
    }

    @Test
    void locatesBundledPartsInTheirOwnFile() throws IOException {
        write("openapi.yaml", schemas("A: {$ref: a.yml}"));
        write("a.yml", "type: object\nproperties:\n  x:\n    type: string\n");
        assertThat(document().sources().locate("/components/schemas/a/properties/x/type"))
                .hasToString("specs/acme/a.yml#/properties/x/type (line 4)");
    }

    @Test
    void rewritesDiscriminatorMappings() throws IOException {
        write(
                "openapi.yaml",
                schemas("A: {discriminator: {propertyName: t, mapping: {d: dog.yml, c: Cat}}}", "Cat: {}"));
        write("dog.yml", "type: object\n");
        assertThat(document().tree().at("/components/schemas/A/discriminator/mapping"))
                .hasToString("{\"d\":\"#/components/schemas/dog\",\"c\":\"Cat\"}");
    }

    @Test
    void findsAnchors() throws IOException {
        write("openapi.yaml", schemas("A: {$ref: '#pet'}", "B: {$anchor: pet, type: string}"));
        assertThat(document().tree().at("/components/schemas/A/$ref").asText()).isEqualTo("#/components/schemas/B");
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.test/pet, '{$id: https://a.test/pet}', ''",
        "https://a.test/pet#/$defs/x, '{$id: https://a.test/pet, $defs: {x: {}}}', /$defs/x",
        "urn:pet, '{$id: urn:pet}', ''",
        "https://a.test/api#/components/schemas/B, '{}', ''"
    })
    void findsWhatSchemasCallThemselves(String reference, String schema, String below) throws IOException {
        write(
                "openapi.yaml",
                "$self: https://a.test/api\n" + schemas("A: {$ref: '" + reference + "'}", "B: " + schema));
        assertThat(document().tree().at("/components/schemas/A/$ref").asText())
                .isEqualTo("#/components/schemas/B" + below);
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void T_A05_aLinkThatTakesAFilesPlaceIsNotFollowed() throws IOException {
        Path secret = Files.writeString(temporary.resolve("secret.yml"), "canary: 1\n");
        Path file = folder.toRealPath().resolve("a.yml");
        Files.createSymbolicLink(file, secret);
        Path real = Files.createDirectory(temporary.resolve("real"));
        Files.writeString(real.resolve("b.yml"), "canary: 1\n");
        Files.createSymbolicLink(folder.resolve("sub"), real);
        DocumentReader reader = new DocumentReader(ReadLimits.defaults(), new Origins(), diagnostics);
        assertThat(reader.tree(file, "a.yml")).isEmpty();
        assertThat(reader.tree(folder.toRealPath().resolve("sub/b.yml"), "b.yml"))
                .isEmpty();
        assertThat(diagnostics.count(Severity.ERROR)).isEqualTo(2);
    }

    @Test
    void T_A08_aGiantEnumerationAndACircleOfReferencesAreNoTrouble() throws IOException {
        String values = IntStream.range(0, 100_000).mapToObj(i -> "v" + i).collect(Collectors.joining(", "));
        write(
                "openapi.yaml",
                schemas(
                        "A: {enum: [" + values + "]}",
                        "B: {$ref: '#/components/schemas/C'}",
                        "C: {$ref: '#/components/schemas/B'}"));
        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertThat(load()).isPresent());
        assertThat(diagnostics.hasErrors()).isFalse();
    }

    @Test
    void danglingSchemasBecomeAnythingDanglingParametersAreDropped() throws IOException {
        write(
                "openapi.yaml",
                schemas("A: {properties: {x: {$ref: '#/components/schemas/Gone', description: d}}}")
                        + "paths: {/a: {get: {parameters: [{$ref: '#/components/parameters/Gone'}]}}}\n");
        SpecDocument document = document();
        assertThat(document.tree().at("/components/schemas/A/properties/x")).hasToString("{\"description\":\"d\"}");
        assertThat(diagnostics.all())
                .extracting(d -> d.severity() + " " + d.location().pointer())
                .containsExactly(
                        "WARNING /components/schemas/A/properties/x/$ref", "WARNING /paths/~1a/get/parameters/0/$ref");
        assertThat(document.tree().at("/paths/~1a/get/parameters")).isEmpty();
    }

    @Test
    void refsThatAreDataOrPropertiesAreLeft() throws IOException {
        write(
                "openapi.yaml",
                schemas(
                        "A: {properties: {$ref: {type: string}}, example: {$ref: 'http://x/y'}, enum: [{$ref: z}], default: {$ref: q.yml}}"));
        assertThat(document()
                        .tree()
                        .at("/components/schemas/A/properties/$ref/type")
                        .asText())
                .isEqualTo("string");
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void tellsUnknownKeysOfTheExtension() throws IOException {
        write("openapi.yaml", HEAD + """
                        x-mcp: {displayName: A, resource: wrong}
                        paths:
                          /a:
                            get:
                              x-mcp:
                                resorce: x
                                paging: {style: none, defaultLimit: 5, pageSize: 3}
                                arguments: {a: {name: b, descripton: c}}
                            put: {x-mcp: [{resource: a, bad: 1}]}
                            post: {x-mcp: false}
                        """);
        document();
        assertThat(diagnostics.all())
                .allMatch(d -> d.severity() == Severity.WARNING)
                .extracting(d -> d.location().toString())
                .containsExactly(
                        "specs/acme/openapi.yaml#/x-mcp/resource (line 3)",
                        "specs/acme/openapi.yaml#/paths/~1a/get/x-mcp/resorce (line 8)",
                        "specs/acme/openapi.yaml#/paths/~1a/get/x-mcp/paging/pageSize (line 9)",
                        "specs/acme/openapi.yaml#/paths/~1a/get/x-mcp/arguments/a/descripton (line 10)",
                        "specs/acme/openapi.yaml#/paths/~1a/put/x-mcp/0/bad (line 11)");
    }

    @Test
    void wantsExactlyOneDocument() throws IOException {
        assertThat(load()).isEmpty();
        write("openapi.yaml", HEAD);
        write("openapi.json", "{}");
        assertThat(load()).isEmpty();
        assertThat(diagnostics.count(Severity.ERROR)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../secret.yml", "a/../../secret.yml", "link.yml", "linked/secret.yml", "%2e%2e/secret.yml"})
    void T_A05_readsNothingOutsideTheFolder(String reference) throws IOException {
        Files.writeString(temporary.resolve("secret.yml"), "type: string\ndescription: canary\n");
        Files.createSymbolicLink(folder.resolve("link.yml"), temporary.resolve("secret.yml"));
        Files.createSymbolicLink(folder.resolve("linked"), temporary);
        write("openapi.yaml", schemas("A: {$ref: '" + reference + "'}"));
        assertThat(document().tree().at("/components/schemas")).hasToString("{\"A\":{}}");
        assertThat(diagnostics.all()).singleElement().satisfies(d -> {
            assertThat(d.location().pointer()).isEqualTo("/components/schemas/A/$ref");
            assertThat(d.message() + d.cure()).doesNotContain("canary").doesNotContain(temporary.toString());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"openapi.yaml", "x.overlay.yaml", "docs/x.md"})
    void T_A05_followsNoLinkThatLeavesTheFolder(String name) throws IOException {
        Path secret = Files.writeString(temporary.resolve("secret"), HEAD + "paths: {}\n");
        if (!name.equals("openapi.yaml")) {
            write("openapi.yaml", HEAD + "paths: {}\n");
        }
        Files.createDirectories(folder.resolve("docs"));
        Files.createSymbolicLink(folder.resolve(name), secret);
        load();
        assertThat(diagnostics.all())
                .extracting(Diagnostic::message)
                .singleElement()
                .asString()
                .contains("symbolic link");
    }

    @Test
    void T_A06_fetchesNothing() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            int port = listener.getLocalPort();
            write(
                    "openapi.yaml",
                    schemas(
                            "A: {$ref: 'http://127.0.0.1:" + port + "/a.yml#/X'}",
                            "B: {$ref: '//127.0.0.1:" + port + "/a.yml'}",
                            "C: {$ref: 'file:///etc/passwd'}",
                            "D: {$ref: /etc/passwd}",
                            "E: {$ref: 'jar:http://127.0.0.1:" + port + "/a.jar!/x.yml'}",
                            "F: {$ref: '\\\\\\\\127.0.0.1\\\\share\\\\a.yml'}",
                            "G: {$ref: 'C:/windows/win.ini'}",
                            "H: {discriminator: {propertyName: t, mapping: {x: 'http://127.0.0.1:" + port
                                    + "/m.yml'}}}"));
            assertThat(document().tree().at("/components/schemas").toString()).doesNotContain("$ref");
            assertThat(diagnostics.all())
                    .extracting(d -> d.location().pointer())
                    .containsExactly(
                            "/components/schemas/A/$ref",
                            "/components/schemas/B/$ref",
                            "/components/schemas/C/$ref",
                            "/components/schemas/D/$ref",
                            "/components/schemas/E/$ref",
                            "/components/schemas/F/$ref",
                            "/components/schemas/G/$ref",
                            "/components/schemas/H/discriminator/mapping/x");
            assertThat(connections(listener)).isZero();
        }
    }

    @Test
    void T_A08_cyclesOfComponentsAreKeptInlineCyclesAreTold() throws IOException {
        write("openapi.yaml", schemas("A: {$ref: a.yml}") + "paths: {/a: {get: {$ref: get.yml}}}\n");
        write("a.yml", "properties: {b: {$ref: b.yml}}\n");
        write("b.yml", "items: {$ref: a.yml}\n");
        write("get.yml", "$ref: loop.yml\n");
        write("loop.yml", "$ref: get.yml\n");
        assertThat(load()).isPresent();
        assertThat(diagnostics.all())
                .extracting(Diagnostic::message)
                .containsExactly("The reference leads back to itself.");
    }

    @Test
    void T_A08_inliningThatExplodesIsStopped() throws IOException {
        write("openapi.yaml", HEAD + "paths: {/a: {get: {$ref: f0.yml}}}\n");
        for (int i = 0; i < 30; i++) {
            write("f" + i + ".yml", "a: {$ref: f" + (i + 1) + ".yml}\nb: {$ref: f" + (i + 1) + ".yml}\n");
        }
        write("f30.yml", "{}\n");
        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertThat(load()).isEmpty());
        assertThat(diagnostics.hasErrors()).isTrue();
        assertThat(diagnostics.all()).hasSizeLessThan(100);
    }

    @Test
    void T_A08_widthAndCompositionAreNoTrouble() throws IOException {
        String properties = IntStream.range(0, 50_000)
                .mapToObj(i -> "p" + i + ": {type: string}")
                .collect(Collectors.joining(", "));
        String allOf = "{allOf: [".repeat(30) + "{}" + "]}".repeat(30);
        write("openapi.yaml", schemas("A: {properties: {" + properties + "}}", "B: " + allOf));
        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertThat(load()).isPresent());
    }

    @Test
    void tellsOfAnExtensionWhereNothingReadsIt() throws IOException {
        write("openapi.yaml", schemas("A: {type: object, x-mcp: {name: q}}", "B: {type: string}"));
        assertThat(load()).isPresent();
        assertThat(diagnostics.all()).singleElement().satisfies(told -> {
            assertThat(told.message()).isEqualTo("Nothing reads `x-mcp` here.");
            assertThat(told.location().pointer()).isEqualTo("/components/schemas/A/x-mcp");
        });
    }

    private static int connections(ServerSocket listener) throws IOException {
        listener.setSoTimeout(100);
        try {
            listener.accept().close();
            return 1;
        } catch (SocketTimeoutException e) {
            return 0;
        }
    }

    private static String schemas(String... schemas) {
        return HEAD + "components:\n  schemas:\n    " + String.join("\n    ", schemas) + "\n";
    }

    private static String overlay(String target, String update) {
        return "overlay: 1.0.0\ninfo: {title: t, version: '1'}\nactions:\n  - target: " + target + "\n    update: "
                + update + "\n";
    }

    private SpecDocument document() {
        return load().orElseThrow(() -> new AssertionError(diagnostics.all().toString()));
    }

    private Optional<SpecDocument> load() {
        return new SpecLoader(SpecLimits.defaults()).load(new SpecSource("acme", folder, "specs/acme"), diagnostics);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
