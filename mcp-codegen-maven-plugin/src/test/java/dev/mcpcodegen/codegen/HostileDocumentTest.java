package dev.mcpcodegen.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mcpcodegen.codegen.derive.DerivationOptions;
import dev.mcpcodegen.codegen.emit.Compilation;
import dev.mcpcodegen.codegen.output.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A vendor's document is an attack from its first word to its last: what is generated of it compiles and runs nothing of it. */
class HostileDocumentTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EVIL = "class Evil { static { System.setProperty(\"evil\", \"1\"); } }";

    /** Words by which a document says what kind of thing something is; replaced one by one only. */
    private static final Set<String> GRAMMAR =
            Set.of("openapi", "type", "in", "$ref", "style", "scheme", "name", "url", "cat");

    private static final String DOCUMENT = """
            {"openapi": "3.1.0",
             "info": {"title": "Title", "version": "1.0", "description": "Words"},
             "servers": [{"url": "https://{region}.example.com/v1", "description": "Words",
               "variables": {"region": {"default": "eu", "enum": ["eu", "us"], "description": "Words"}}}],
             "tags": [{"name": "people", "description": "Words"}],
             "x-mcp": {"displayName": "Vendor", "instructions": "Words"},
             "paths": {
               "/people": {
                 "get": {"operationId": "peopleList", "summary": "Short words", "description": "Lists people, page by page.",
                   "tags": ["people"],
                   "parameters": [
                     {"name": "term", "in": "query", "description": "Words", "example": "Ada", "schema": {"type": "string",
                       "pattern": "^a", "format": "email", "default": "x", "examples": ["y"]}},
                     {"name": "kind", "in": "query", "schema": {"type": "string", "enum": ["one", "two"]}},
                     {"name": "trace", "in": "header", "schema": {"type": "string"}},
                     {"name": "theme", "in": "cookie", "schema": {"type": "string"}},
                     {"name": "cursor", "in": "query", "schema": {"type": "string"}}],
                   "responses": {"200": {"description": "Words", "content": {"application/json": {"schema": {"type": "object",
                     "properties": {"people": {"type": "array", "items": {"$ref": "#/components/schemas/Person"}},
                       "next_cursor": {"type": "string"}}}}}}}},
                 "post": {"operationId": "peopleCreate", "summary": "Short words", "description": "Creates a person.",
                   "requestBody": {"description": "Words", "required": true, "content": {"application/json": {"schema":
                     {"$ref": "#/components/schemas/Person"}}}},
                   "responses": {"201": {"description": "Words", "content": {"application/json": {"schema":
                     {"$ref": "#/components/schemas/Person"}}}}}}},
               "/people/{id}/photo": {
                 "put": {"operationId": "photo", "description": "Replaces the photo of a person.",
                   "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}],
                   "requestBody": {"content": {"multipart/form-data": {"schema": {"type": "object", "properties":
                     {"file": {"type": "string", "format": "binary"}, "note": {"type": "string", "description": "Words"}}}}}},
                   "responses": {"204": {"description": "Words"}}}},
               "/notes": {
                 "post": {"operationId": "note", "description": "Writes a note as plain text.",
                   "requestBody": {"content": {"text/plain": {"schema": {"type": "string"}}}},
                   "responses": {"200": {"description": "Words", "content": {"text/plain": {"schema": {"type": "string"}}}}}}}},
             "components": {
               "securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "X-Key", "description": "Words"}},
               "schemas": {
                 "Person": {"title": "Person", "description": "Words", "type": "object", "required": ["name"], "properties": {
                   "name": {"type": "string", "description": "Words", "default": "x"},
                   "mood": {"type": "string", "enum": ["good", "bad"]},
                   "pet": {"oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}],
                     "discriminator": {"propertyName": "sort", "mapping": {"cat": "#/components/schemas/Cat"}}},
                   "extra": {"type": "object", "additionalProperties": {"type": "string"}}}},
                 "Cat": {"type": "object", "description": "Words", "properties": {"sort": {"type": "string"},
                   "lives": {"type": "integer", "default": 9}}},
                 "Dog": {"type": "object", "properties": {"sort": {"type": "string"}, "bark": {"const": "woof"}}}}}}
            """;

    @TempDir
    Path base;

    static Stream<String> payloads() {
        return Stream.of(
                "*/ " + EVIL + " /*",
                "\\u002a\\u002f " + EVIL + " \\u002f\\u002a",
                "\\uuuu002a\\uuuu002f " + EVIL,
                "\\u000a" + EVIL + "//",
                "x\n" + EVIL + "\n//",
                "\"); } static { System.setProperty(\"evil\", \"1\"); } String x() { return (\"",
                "\\\"); } static { System.setProperty(\"evil\", \"1\"); } //",
                "\"\"\"\n); } static { System.setProperty(\"evil\", \"1\"); } //",
                "$T $S $L $W $$ $> $< $[ $] $1L {@link Evil} `*/` {",
                "../../../../etc/passwd\u0000",
                "\ud800 lone \udc00 \u202e bidi \u200b \u2028 \udb40\udc41",
                "class");
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void T_A01_T_A02_everyTextAtOnceIsStillText(String payload) throws Exception {
        ObjectNode document = document();
        texts(document, "", slot -> !GRAMMAR.contains(slot.key)).forEach(slot -> slot.replace(payload));
        renameKeys(document, payload);

        TestProject project = project(document, base);
        project.generate();

        Compilation compiled = Compilation.of(sources(project));
        for (GeneratedFile file : sources(project)) {
            if (!file.path().endsWith("package-info.java")) {
                Class.forName(className(file), true, compiled);
            }
        }
        assertThat(System.getProperty("evil")).isNull();
        assertThat(sources(project)).noneMatch(file -> file.path().contains("Evil.java"));
    }

    @Test
    void T_A01_T_A04_eachTextAloneIsToldOrTaken() throws IOException {
        String payload = "*/ ../\"\\u0022 " + EVIL;
        int slots = texts(document(), "", slot -> true).size();
        for (int i = 0; i < slots; i++) {
            ObjectNode document = document();
            texts(document, "", slot -> true).get(i).replace(payload);
            Path folder = Files.createDirectory(base.resolve("slot" + i));

            CodegenResult result = project(document, folder).run();

            if (result instanceof CodegenResult.Failed failed) {
                assertThat(failed.diagnostics()).as("slot %s", i).anyMatch(diagnostic -> diagnostic.isError());
            }
            try (Stream<Path> left = Files.list(folder)) {
                assertThat(left.map(path -> path.getFileName().toString())).isSubsetOf("specs", "generated", "memory");
            }
        }
    }

    private static ObjectNode document() {
        try {
            return (ObjectNode) JSON.readTree(DOCUMENT);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TestProject project(ObjectNode document, Path folder) throws IOException {
        return new TestProject(folder, new DerivationOptions(DerivationOptions.DocumentationLevel.OFF, true))
                .with(
                        "vendor",
                        "openapi.json",
                        JSON.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsString(document));
    }

    private static List<GeneratedFile> sources(TestProject project) throws IOException {
        return project.output().entrySet().stream()
                .filter(file -> file.getKey().endsWith(".java"))
                .map(file -> new GeneratedFile(
                        GeneratedFile.Kind.SOURCE, file.getKey().replaceFirst("^.*?(?=com/)", ""), file.getValue()))
                .toList();
    }

    private static String className(GeneratedFile file) {
        return file.path().replace(".java", "").replace('/', '.');
    }

    /** Names of properties, component schemas, cookies and the like are the vendor's, too. */
    private static void renameKeys(JsonNode node, String payload) {
        if (node instanceof ObjectNode object && object.path("properties") instanceof ObjectNode properties) {
            List<String> names = new ArrayList<>();
            properties.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> properties.set(name + payload, properties.remove(name)));
        }
        node.forEach(child -> renameKeys(child, payload));
    }

    /** Every text below a node, in the document's order. */
    private static List<Slot> texts(JsonNode node, String key, Predicate<Slot> wanted) {
        List<Slot> slots = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            object.properties()
                    .forEach(member -> collect(slots, object, member.getKey(), -1, member.getValue(), wanted));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                collect(slots, array, key, i, array.get(i), wanted);
            }
        }
        return slots;
    }

    private static void collect(
            List<Slot> slots, JsonNode parent, String key, int index, JsonNode child, Predicate<Slot> wanted) {
        Slot slot = new Slot(parent, key, index);
        if (child instanceof TextNode && wanted.test(slot)) {
            slots.add(slot);
        }
        slots.addAll(texts(child, key, wanted));
    }

    private record Slot(JsonNode parent, String key, int index) {

        void replace(String text) {
            JsonNode value = JsonNodeFactory.instance.textNode(text);
            if (parent instanceof ObjectNode object) {
                object.set(key, value);
            } else if (parent instanceof ArrayNode array) {
                // Values of an enum stay distinct.
                array.set(index, JsonNodeFactory.instance.textNode(text + index));
            }
        }
    }
}
