package dev.mcpcodegen.codegen.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Drops from the descriptions of a tool's arguments the sentences that the tool has told already, as "The name is not case sensitive."
 * after each of three names. What a description begins with stays: it says what the argument is.
 */
final class RepeatedSentences {

    /** Shorter ones, as "Deprecated.", belong to their argument. */
    private static final int MIN_LENGTH = 25;

    private static final Pattern END = Pattern.compile("(?<=[.!?])\\s+(?=[\\p{Lu}\\p{N}])|\\n");

    private final Set<String> told = new HashSet<>();

    private RepeatedSentences() {}

    static void drop(String toolDescription, ObjectNode inputSchema) {
        RepeatedSentences sentences = new RepeatedSentences();
        sentences.told.addAll(List.of(END.split(toolDescription)));
        sentences.schema(inputSchema);
    }

    private void schema(ObjectNode schema) {
        if (schema.path("description").isTextual()) {
            schema.put("description", shortened(schema.path("description").asText()));
        }
        for (String keyword : List.of("properties", "$defs")) {
            schema.path(keyword).forEach(this::child);
        }
        for (String keyword : List.of("items", "additionalProperties")) {
            child(schema.path(keyword));
        }
        if (schema.path("anyOf") instanceof ArrayNode alternatives) {
            alternatives.forEach(this::child);
        }
    }

    private void child(JsonNode child) {
        if (child instanceof ObjectNode schema) {
            schema(schema);
        }
    }

    /** A description in which nothing is repeated keeps its line breaks. */
    private String shortened(String description) {
        List<String> sentences = List.of(END.split(description));
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            boolean isNew = told.add(sentences.get(i));
            if (i == 0 || isNew || sentences.get(i).length() < MIN_LENGTH) {
                kept.add(sentences.get(i));
            }
        }
        return kept.size() == sentences.size() ? description : String.join(" ", kept);
    }
}
