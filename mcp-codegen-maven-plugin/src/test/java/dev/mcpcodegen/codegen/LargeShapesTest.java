package dev.mcpcodegen.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.codegen.diagnostic.Diagnostic;
import dev.mcpcodegen.codegen.diagnostic.Severity;
import dev.mcpcodegen.codegen.emit.Compilation;
import dev.mcpcodegen.codegen.output.GeneratedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is larger than a class file, a method or a model bears is still generated, and still compiles. */
class LargeShapesTest {

    @TempDir
    Path base;

    /** An operation that takes the schema as it is, within an object and in its answer. */
    private static String post(String path, String schema, String description) {
        return """
                "%s": {"post": {"description": "%s",
                  "requestBody": {"content": {"application/json": {"schema": %s}}},
                  "responses": {"200": {"description": "OK", "content": {"application/json": {"schema":
                    {"type": "object", "properties": {"result": %s}}}}}}}}""".formatted(path, description, schema, schema);
    }

    private TestProject project(List<String> paths, String components) throws IOException {
        return new TestProject(base).with("acme", "openapi.json", """
                {"openapi": "3.1.0", "info": {"title": "Acme", "version": "1"},
                 "servers": [{"url": "https://acme.example.com"}],
                 "paths": {%s}, "components": {"schemas": {%s}}}
                """.formatted(String.join(",\n", paths), components));
    }

    private static void assertCompiles(TestProject project) throws IOException {
        project.generate();
        List<GeneratedFile> sources = project.output().entrySet().stream()
                .filter(file -> file.getKey().endsWith(".java"))
                .map(file -> new GeneratedFile(
                        GeneratedFile.Kind.SOURCE, file.getKey().substring("java/".length()), file.getValue()))
                .toList();

        assertThat(sources).isNotEmpty();
        Compilation.of(sources);
    }

    private static String properties(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"p%d\": {\"type\": \"%s\"}".formatted(i, i % 2 == 0 ? "number" : "string"))
                .collect(Collectors.joining(", ", "{\"type\": \"object\", \"properties\": {", "}}"));
    }

    @ParameterizedTest
    @ValueSource(ints = {199, 200, 201, 254, 255, 256})
    void recordsNearTheLimitOfConstructorParameters(int count) throws IOException {
        String nested = "{\"type\": \"object\", \"properties\": {\"inner\": " + properties(count) + "}}";

        assertCompiles(project(
                List.of(
                        post("/flat", properties(count), "Takes many arguments."),
                        post("/nested", nested, "Takes an object of many properties.")),
                ""));
    }

    @Test
    void listsOfThousandsOfValues() throws IOException {
        String values = IntStream.range(0, 5000)
                .mapToObj(i -> "\"value-" + i + "\"")
                .collect(Collectors.joining(", ", "{\"type\": \"string\", \"enum\": [", "]}"));
        String object = "{\"type\": \"object\", \"properties\": {\"value\": " + values + "}}";

        assertCompiles(project(List.of(post("/values", object, "Takes one of many values.")), ""));
    }

    @Test
    void wordsOfMegabytes() throws IOException {
        String words = "A word of many that are said about this operation. ".repeat(40_000);
        String object =
                "{\"type\": \"object\", \"properties\": {\"value\": {\"type\": \"string\", \"description\": \"%s\"}}}"
                        .formatted(words);

        assertCompiles(project(List.of(post("/words", object, words)), ""));
    }

    @Test
    void objectsWithinFortyObjects() throws IOException {
        String object = "{\"type\": \"string\"}";
        for (int i = 0; i < 40; i++) {
            object = "{\"type\": \"object\", \"properties\": {\"level%d\": %s}}".formatted(i, object);
        }

        assertCompiles(project(List.of(post("/deep", object, "Takes a deep object.")), ""));
    }

    @Test
    void T_A08_schemasThatAreAllLinkedToEachOther() throws IOException {
        String components = IntStream.range(0, 500)
                .mapToObj(i -> IntStream.range(0, 10)
                        .mapToObj(link -> "\"link%d\": {\"$ref\": \"#/components/schemas/Node%d\"}"
                                .formatted(link, link == 0 ? (i + 1) % 500 : (i * 7 + link * 13) % 500))
                        .collect(Collectors.joining(
                                ", ", "\"Node" + i + "\": {\"type\": \"object\", \"properties\": {", "}}")))
                .collect(Collectors.joining(",\n"));
        List<String> paths = IntStream.range(0, 40)
                .mapToObj(i -> post(
                        "/nodes" + i,
                        "{\"$ref\": \"#/components/schemas/Node" + i + "\"}",
                        "Creates a node of a kind."))
                .toList();

        TestProject project = project(paths, components);
        CodegenResult.Generated result = project.generate();

        assertThat(result.diagnostics())
                .filteredOn(diagnostic -> diagnostic.severity() == Severity.WARNING)
                .extracting(Diagnostic::message)
                .anyMatch(message -> message.startsWith("The schemas of 40 tools would be too large"));
        assertThat(result.catalog().integrations().get(0).types()).hasSizeLessThan(1200);
        assertThat(project.output().entrySet())
                .filteredOn(file -> file.getKey().contains("META-INF/mcp-codegen/acme"))
                .hasSizeGreaterThanOrEqualTo(40)
                .allSatisfy(file -> assertThat(file.getValue()).hasSizeLessThan(250_000));
    }
}
