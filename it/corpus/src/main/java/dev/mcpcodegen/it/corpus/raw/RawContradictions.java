package dev.mcpcodegen.it.corpus.raw;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Proves that no value satisfies a schema as it is written. No vendor means that, so what contradicts is not held against a request; what
 * is only hard to satisfy always is.
 */
final class RawContradictions {

    private static final Set<String> EXCLUSIVE = Set.of("string", "boolean", "integer", "number", "object", "array");

    /** Nothing can stand before the beginning, or behind the end: such a pattern is a literal of a programming language. */
    private static final Pattern LITERAL = Pattern.compile("/(\\^.*|.*\\$)/([a-z]*)", Pattern.DOTALL);

    private static final int MAX_STEPS = 5_000;

    private final RawFiles files;
    private int steps;

    RawContradictions(RawFiles files) {
        this.files = files;
    }

    /** Whether the parts of {@code allOf} demand types that no value has at once. */
    boolean ofParts(RawPlace schema) {
        Set<String> common = new HashSet<>(EXCLUSIVE);
        RawPlace parts = schema.get("allOf");
        for (int i = 0; i < parts.node().size(); i++) {
            common.retainAll(types(files.follow(parts.get(i)).node().path("type")));
        }
        return common.isEmpty();
    }

    private static Set<String> types(JsonNode type) {
        Set<String> types = new HashSet<>();
        List<JsonNode> told = type.isArray() ? type.valueStream().toList() : List.of(type);
        for (JsonNode one : told) {
            switch (one.asString("")) {
                case "integer" -> types.add("integer");
                case "number" -> types.addAll(Set.of("integer", "number"));
                case "string", "boolean", "object", "array" -> types.add(one.asString());
                // Null, and what is no type: nothing is proved by it.
                default -> types.addAll(EXCLUSIVE);
            }
        }
        return types;
    }

    /** Whether every value of a schema would hold another one of the same schema, and so never end. */
    boolean neverEnds(RawPlace schema) {
        steps = 0;
        return !ends(schema, Set.of());
    }

    private boolean ends(RawPlace declared, Set<String> above) {
        RawPlace schema = files.follow(declared);
        JsonNode node = schema.node();
        if (!node.isObject() || ++steps > MAX_STEPS) {
            return true;
        }
        Set<String> within = new LinkedHashSet<>(above);
        if (!within.add(schema.toString())) {
            return false;
        }
        boolean properties = node.path("required")
                .valueStream()
                .map(name -> schema.get("properties").get(name.asString("")))
                .allMatch(property -> !property.isPresent() || isNullable(property) || ends(property, within));
        boolean parts = elements(schema.get("allOf")).stream().allMatch(part -> ends(part, within));
        boolean alternatives = List.of("oneOf", "anyOf").stream().allMatch(combinator -> {
            List<RawPlace> offered = elements(schema.get(combinator));
            return offered.isEmpty() || offered.stream().anyMatch(one -> ends(one, within));
        });
        boolean items = node.path("minItems").asInt(0) == 0 || ends(schema.get("items"), within);
        return properties && parts && alternatives && items;
    }

    private boolean isNullable(RawPlace property) {
        JsonNode node = files.follow(property).node();
        return node.path("nullable").asBoolean(false)
                || node.path("type")
                        .valueStream()
                        .anyMatch(type -> type.asString("").equals("null"));
    }

    private static List<RawPlace> elements(RawPlace list) {
        return IntStream.range(0, list.node().size()).mapToObj(list::get).toList();
    }

    /** Whether an object has to have a property that it must not have. */
    static boolean forbidsWhatItRequires(JsonNode schema) {
        JsonNode extra = schema.path("additionalProperties");
        return extra.isBoolean()
                && !extra.asBoolean()
                && schema.path("patternProperties").isEmpty()
                && schema.path("required")
                        .valueStream()
                        .anyMatch(name -> !schema.path("properties").has(name.asString("")));
    }

    /** Whether a closed object offers an alternative that can never be chosen, as it has to have a property that it must not have. */
    boolean forbidsItsAlternatives(RawPlace schema) {
        return List.of("oneOf", "anyOf").stream()
                .map(combinator -> elements(schema.get(combinator)))
                .anyMatch(offered -> !offered.isEmpty()
                        && offered.stream()
                                .allMatch(one -> files.follow(one)
                                        .node()
                                        .path("required")
                                        .valueStream()
                                        .anyMatch(name -> !schema.node()
                                                .path("properties")
                                                .has(name.asString("")))));
    }

    /** The pattern that is meant; the pattern itself unless no text matches it. */
    static String meant(String pattern, boolean lengthsTold) {
        Matcher literal = LITERAL.matcher(pattern);
        if (!literal.matches()) {
            return pattern;
        }
        if (lengthsTold) {
            return "";
        }
        return (literal.group(2).contains("i") ? "(?i)" : "") + literal.group(1);
    }
}
