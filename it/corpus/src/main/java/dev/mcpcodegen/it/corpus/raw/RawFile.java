package dev.mcpcodegen.it.corpus.raw;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads one file of JSON or YAML as a tree. */
final class RawFile {

    private static final int MAX_BYTES = 64 * 1024 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(MAX_BYTES)
                            .maxNumberLength(10_000)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private RawFile() {}

    /**
     * Returns the file's tree.
     *
     * @throws RawDocumentException if it is neither JSON nor YAML
     */
    static JsonNode read(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new RawDocumentException(file.getFileName() + " is too large");
            }
            String text = text(Files.readAllBytes(file));
            String start = text.stripLeading();
            if (start.startsWith("{") || start.startsWith("[")) {
                try {
                    return JSON.readTree(text);
                } catch (RuntimeException e) {
                    // JSON with comments or trailing commas is often YAML still.
                    return YamlTree.read(text);
                }
            }
            return YamlTree.read(text);
        } catch (IOException | RuntimeException e) {
            throw new RawDocumentException(file.getFileName() + " cannot be read: " + firstLine(e));
        }
    }

    private static String text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
