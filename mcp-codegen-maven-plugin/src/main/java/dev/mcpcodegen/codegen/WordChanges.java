package dev.mcpcodegen.codegen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import dev.mcpcodegen.codegen.output.GeneratedFile;
import dev.mcpcodegen.codegen.output.ProjectLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells in the build's log which words of a tool differ from those that the latest run wrote: a model obeys them, and a vendor's new
 * document may change them without changing anything that a compiler sees.
 */
final class WordChanges {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_CHANGES = 20;

    private WordChanges() {}

    static void report(List<GeneratedFile> definitions, ProjectLayout layout, Diagnostics diagnostics)
            throws IOException {
        int changes = 0;
        for (GeneratedFile definition : definitions) {
            Path earlier = layout.resources().resolve(definition.path());
            if (!Files.isRegularFile(earlier)) {
                continue;
            }
            String before = Files.readString(earlier);
            Map<String, String> was = before.equals(definition.content()) ? Map.of() : words(before);
            for (Map.Entry<String, String> now : words(definition.content()).entrySet()) {
                String old = was.get(now.getKey());
                if (old != null && !old.equals(now.getValue()) && changes++ < MAX_CHANGES) {
                    diagnostics
                            .at(SourceLocation.of(layout.displayOf(earlier)))
                            .info(
                                    "Models are told something else now. " + now.getKey() + " was: " + old,
                                    "It is now: " + now.getValue());
                }
            }
        }
        if (changes > MAX_CHANGES) {
            diagnostics
                    .at(SourceLocation.of(layout.displayOf(layout.resources())))
                    .info(
                            "Models are told something else in " + (changes - MAX_CHANGES) + " further places.",
                            "Compare the two documents with `diff`.");
        }
    }

    /** Descriptions and titles by where they stand. */
    private static Map<String, String> words(String json) {
        Map<String, String> words = new LinkedHashMap<>();
        try {
            collect(JSON.readTree(json), "", words);
        } catch (JsonProcessingException e) {
            // Somebody edited a generated file, which is about to be replaced; it has no words to compare.
            return Map.of();
        }
        return words;
    }

    private static void collect(JsonNode node, String place, Map<String, String> words) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String inside = place.isEmpty() ? member.getKey() : place + "." + member.getKey();
            if (member.getValue().isTextual() && List.of("description", "title").contains(member.getKey())) {
                words.put(inside, member.getValue().asText());
            } else {
                collect(member.getValue(), inside, words);
            }
        }
        for (int i = 0; i < (node.isArray() ? node.size() : 0); i++) {
            collect(node.get(i), place + "[" + i + "]", words);
        }
    }
}
