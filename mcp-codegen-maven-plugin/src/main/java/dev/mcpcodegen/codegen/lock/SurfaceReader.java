package dev.mcpcodegen.codegen.lock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.ToolModel;
import dev.mcpcodegen.codegen.output.Digests;
import dev.mcpcodegen.codegen.schema.SchemaOptions;
import dev.mcpcodegen.codegen.schema.ToolDefinitions;
import java.util.Map;

/** Takes the surface from what {@code tools/list} will show, since that is all that clients know. */
public final class SurfaceReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Enough of a SHA-256 that nobody finds other words with the same digest. */
    private static final int DIGEST_LENGTH = 32;

    private SurfaceReader() {}

    public static Surface of(IntegrationModel integration, SchemaOptions options) {
        return new Surface(
                integration.name(),
                integration.tools().stream()
                        .map(tool -> tool(tool, integration, options))
                        .toList());
    }

    private static ToolSurface tool(ToolModel tool, IntegrationModel integration, SchemaOptions options) {
        JsonNode definition =
                parse(ToolDefinitions.of(tool, integration, options).json());
        JsonNode schema = definition.path("inputSchema");
        StringBuilder words = new StringBuilder();
        appendWords(definition.path("title"), words);
        appendWords(definition.path("description"), words);
        collectWords(schema, words);
        return new ToolSurface(
                tool.operation().identity(),
                tool.name(),
                "sha256-" + Digests.sha256(words.toString()).substring(0, DIGEST_LENGTH),
                new ShapeReader(schema).arguments(schema));
    }

    private static void collectWords(JsonNode node, StringBuilder words) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (member.getKey().equals("description") || member.getKey().equals("title")) {
                appendWords(member.getValue(), words);
            }
            collectWords(member.getValue(), words);
        }
        if (node.isArray()) {
            node.forEach(item -> collectWords(item, words));
        }
    }

    private static void appendWords(JsonNode text, StringBuilder words) {
        if (text.isTextual()) {
            // The length keeps "a" + "bc" apart from "ab" + "c".
            words.append(text.asText().length()).append(' ').append(text.asText());
        }
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a rendered definition is JSON", e);
        }
    }
}
