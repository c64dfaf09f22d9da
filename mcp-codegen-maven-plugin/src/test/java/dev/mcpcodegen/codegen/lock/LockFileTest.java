package dev.mcpcodegen.codegen.lock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.model.ToolIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LockFileTest {

    @TempDir
    Path folder;

    @Test
    void readsAsWhatClientsMaySend() throws JsonProcessingException {
        assertThat(LockWriter.write(new Surface("acme", List.of(reminder())))).isEqualTo("""
                # What clients of acme rely on: the names of its tools and what they take.
                # Written by `mvn mcp-codegen:lock`, read by `generate` and `check`. Review its diff; do not edit it.
                format: 1
                tools:
                  - operation: POST /reminders/{id}
                    name: create_a_acme_reminder
                    words: sha256-0
                    arguments:
                      at: {type: string, required: true, format: date-time}
                      free: {}
                      kind:
                        type: string
                        values:
                          - one-time
                          - "true"
                          - "ends with: "
                      labels:
                        type: object
                        entries: {type: string}
                      limit: {type: integer, maximum: 50, minimum: 1}
                      place:
                        type: object
                        nullable: true
                        properties:
                          city: {type: string, required: true}
                          zip:
                            type: array
                            items: {type: [integer, string]}
                      who:
                        anyOf:
                          - {type: integer}
                          -
                            type: object
                            properties:
                              id: {type: integer}
                """);
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        Surface surface = new Surface("acme", List.of(reminder()));

        assertThat(roundTrip(surface)).contains(surface);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: b",
                "- a",
                "null",
                "No",
                "1e3",
                "#",
                "{a}",
                "'",
                "\"",
                "\\",
                "\n",
                "\u0000",
                "\u0085\u2028\u202E",
                "\uFEFF",
                "\uD800",
                "\uD83D\uDE00",
                "%",
                "@",
                "`",
                "&a",
                "*a",
                "!!java",
                "? x",
                "~",
                "",
                " ",
                "\t"
            })
    void anyTextOfAVendorSurvives(String text) throws IOException {
        ObjectMapper json = new ObjectMapper();
        JsonNode schema = json.createObjectNode()
                .set(
                        "properties",
                        json.createObjectNode()
                                .set(
                                        "k" + text,
                                        json.createObjectNode()
                                                .set(
                                                        "enum",
                                                        json.createArrayNode().add(text))));
        Surface surface = new Surface(
                "acme",
                List.of(new ToolSurface(
                        new ToolIdentity("GET", "/" + text, "v" + text),
                        "x",
                        "sha256-0",
                        new ShapeReader(schema).arguments(schema))));

        assertThat(roundTrip(surface)).contains(surface);
    }

    @Test
    void sortsByOperationSoThatARenameIsOneLine() throws JsonProcessingException {
        ToolSurface a = tool("/a", "zebra");
        ToolSurface b = tool("/b", "yak");
        String before = LockWriter.write(new Surface("acme", List.of(b, a)));
        String after = LockWriter.write(new Surface("acme", List.of(tool("/a", "ant"), b)));

        assertThat(after.replace("ant", "zebra")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "format: 2\ntools: []",
                "format: 1",
                "format: 1\ntools: [{name: x}]",
                "format: 1\ntools: [{operation: GET /a}]",
                "a: b: c",
                "<<<<<<< HEAD"
            })
    void aDamagedLockIsAnError(String text) throws IOException {
        Diagnostics diagnostics = new Diagnostics();

        assertThat(read(text, diagnostics)).isEmpty();
        assertThat(diagnostics.hasErrors()).isTrue();
    }

    private Optional<Surface> roundTrip(Surface surface) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Optional<Surface> read = read(LockWriter.write(surface), diagnostics);
        assertThat(diagnostics.all()).isEmpty();
        return read;
    }

    private Optional<Surface> read(String text, Diagnostics diagnostics) throws IOException {
        Path file = Files.writeString(folder.resolve("tools.lock.yaml"), text);
        return new LockReader(diagnostics).read(file, "tools.lock.yaml", "acme");
    }

    private static ToolSurface tool(String path, String name) throws JsonProcessingException {
        JsonNode schema = new ObjectMapper().readTree("{\"additionalProperties\":false}");
        return new ToolSurface(
                new ToolIdentity("GET", path, ""), name, "sha256-0", new ShapeReader(schema).arguments(schema));
    }

    private static ToolSurface reminder() throws JsonProcessingException {
        JsonNode schema = new ObjectMapper().readTree("""
                {"type": "object", "additionalProperties": false, "required": ["at"], "properties": {
                  "kind": {"type": "string", "enum": ["one-time", "true", "ends with: "]},
                  "at": {"type": "string", "format": "date-time", "description": "when"},
                  "free": {},
                  "labels": {"type": "object", "additionalProperties": {"type": "string"}},
                  "limit": {"type": "integer", "minimum": 1, "maximum": 50},
                  "place": {"type": ["object", "null"], "required": ["city"], "properties": {
                    "city": {"type": "string"}, "zip": {"type": "array", "items": {"type": ["string", "integer"]}}}},
                  "who": {"anyOf": [{"type": "integer"}, {"type": "object", "properties": {"id": {"type": "integer"}}}]}}}
                """);
        return new ToolSurface(
                new ToolIdentity("POST", "/reminders/{id}", ""),
                "create_a_acme_reminder",
                "sha256-0",
                new ShapeReader(schema).arguments(schema));
    }
}
