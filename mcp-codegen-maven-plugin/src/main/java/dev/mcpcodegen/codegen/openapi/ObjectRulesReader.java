package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mcpcodegen.codegen.model.ObjectRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads what a schema demands of an object as a whole. */
final class ObjectRulesReader {

    private ObjectRulesReader() {}

    static ObjectRules read(JsonNode schema) {
        int least = Objects.requireNonNullElse(ScalarTypes.integer(schema, "minProperties"), 0);
        boolean met = least <= schema.path("required").size();
        return new ObjectRules(met ? 0 : least, needs(schema));
    }

    /** A property's rules as sentences. */
    static List<String> words(JsonNode schema) {
        ObjectRules rules = read(schema);
        boolean named = !schema.path("properties").isEmpty();
        return Stream.of(rules.needsInWords(), rules.leastInWords(named))
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    /** Which properties cannot all be left out, where alternatives say only that. */
    private static List<List<String>> needs(JsonNode schema) {
        for (String combinator : List.of("oneOf", "anyOf")) {
            List<List<String>> needed = new ArrayList<>();
            JsonNode list = schema.path(combinator);
            for (JsonNode member : list) {
                List<String> names = new ArrayList<>();
                member.path("required").forEach(name -> names.add(name.asText()));
                if (!names.isEmpty() && Stream.of("$ref", "type", "properties").noneMatch(member::has)) {
                    needed.add(List.copyOf(names));
                }
            }
            if (needed.size() > 1 && needed.size() == list.size()) {
                return List.copyOf(needed);
            }
        }
        return List.of();
    }
}
