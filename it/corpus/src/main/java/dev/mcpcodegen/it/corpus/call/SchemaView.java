package dev.mcpcodegen.it.corpus.call;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A schema with its {@code $ref} and {@code allOf} folded in, one level deep. */
final class SchemaView {

    private static final int MAX_PARTS = 200;

    private final JsonNode root;
    private final ObjectNode merged = JsonNodeFactory.instance.objectNode();
    private final Set<String> references = new LinkedHashSet<>();
    private int parts;

    private SchemaView(JsonNode root) {
        this.root = root;
    }

    static SchemaView of(JsonNode root, JsonNode schema) {
        SchemaView view = new SchemaView(root);
        view.add(schema, new HashSet<>());
        return view;
    }

    /** The keywords, without {@code $ref} and {@code allOf}. */
    ObjectNode keywords() {
        return merged;
    }

    /** What was referred to. */
    Set<String> references() {
        return references;
    }

    private void add(JsonNode schema, Set<String> following) {
        if (++parts > MAX_PARTS) {
            return;
        }
        String reference = schema.path("$ref").asString("");
        if (!reference.isEmpty() && following.add(reference)) {
            references.add(reference);
            add(reference.equals("#") ? root : root.at(reference.substring(1)), following);
        }
        schema.path("allOf").forEach(part -> add(part, new HashSet<>(following)));
        schema.propertyStream()
                .filter(keyword ->
                        !keyword.getKey().equals("$ref") && !keyword.getKey().equals("allOf"))
                .forEach(keyword -> merge(keyword.getKey(), keyword.getValue()));
    }

    private void merge(String keyword, JsonNode value) {
        JsonNode known = merged.get(keyword);
        if (known == null) {
            merged.set(keyword, value.deepCopy());
            return;
        }
        switch (keyword) {
            case "properties", "patternProperties" -> ((ObjectNode) known).setAll((ObjectNode) value);
            case "required" ->
                value.forEach(name -> merged.withArray("required").add(name));
            case "minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties" -> {
                if (value.decimalValue().compareTo(known.decimalValue()) > 0) {
                    merged.set(keyword, value);
                }
            }
            case "maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties" -> {
                if (value.decimalValue().compareTo(known.decimalValue()) < 0) {
                    merged.set(keyword, value);
                }
            }
            default -> merged.set(keyword, value);
        }
    }
}
