package dev.mcpcodegen.codegen.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.model.PropertyModel;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Adds what is said of a value besides its shape (JSON Schema Validation 2020-12, section 9), as far as it helps to fill it. */
final class Annotations {

    /** In characters; longer ones cost more than they explain. */
    private static final int MAX_EXAMPLE = 120;

    private Annotations() {}

    static ObjectNode add(ObjectNode schema, PropertyModel property) {
        String words = words(property);
        if (!words.isEmpty()) {
            schema.put("description", words);
        }
        PropertyModel.Notes notes = property.notes();
        String defaultJson = notes.defaultJson();
        if (defaultJson != null && defaultJson.length() <= MAX_EXAMPLE) {
            schema.set("default", ScalarSchemas.literal(defaultJson));
        }
        List<String> examples = notes.examplesJson().stream()
                .filter(example -> example.length() <= MAX_EXAMPLE && !example.equals(defaultJson))
                .limit(1)
                .toList();
        if (!examples.isEmpty() && needsExample(schema)) {
            ArrayNode array = schema.putArray("examples");
            examples.forEach(example -> array.add(ScalarSchemas.literal(example)));
        }
        if (notes.writeOnly()) {
            JsonNode reference = schema.remove("$ref");
            if (reference != null) {
                // InputSchemaCheck tells what may stand beside a reference.
                schema.putArray("anyOf").addObject().set("$ref", reference);
            }
            // The runtime's audit hides what bears this.
            schema.put("writeOnly", true);
        }
        return schema;
    }

    /** Of listed values, truth values and references a reader knows what they look like. */
    private static boolean needsExample(ObjectNode schema) {
        return !schema.has("enum")
                && !schema.has("examples")
                && !schema.has("$ref")
                && !schema.has("properties")
                && !schema.path("type").asText().equals("boolean");
    }

    private static String words(PropertyModel property) {
        String said = Prose.compact(property.description());
        String deprecated =
                property.notes().deprecated() && !said.toLowerCase(Locale.ROOT).contains("deprecated")
                        ? "Deprecated."
                        : "";
        return Stream.of(said, deprecated).filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
    }
}
