package dev.mcpcodegen.codegen.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.model.PropertyNames;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Proves that clients take an input schema. What does not hold is a fault of this generator, never of a vendor's document. The clients'
 * own words for it: "input_schema does not support oneOf, allOf, or anyOf at the top level" and "Property keys should match pattern"
 * (Anthropic; github.com/anthropics/claude-code, issues 4886 and 79418), "schema must have type 'object' and not have
 * 'oneOf'/'anyOf'/'allOf'/'enum'/'not' at the top level" (OpenAI), "If a schema node has $ref set, then only description and default can
 * be set alongside it" (Gemini; github.com/anomalyco/opencode, issue 12295).
 */
final class InputSchemaCheck {

    private static final int MAX_DEPTH = 128;
    private static final int MAX_SCHEMAS = 20_000;
    private static final Set<String> WITH_REFERENCE = Set.of("$ref", "description", "default");

    private final String tool;
    private final ObjectNode root;
    private final Set<String> keywords;
    private final boolean typeLists;
    private int schemas;

    private InputSchemaCheck(String tool, ObjectNode root, SchemaProfile profile) {
        this.tool = tool;
        this.root = root;
        this.keywords = profile.keywords();
        this.typeLists = profile.allowsTypeLists();
    }

    /**
     * Checks one tool.
     *
     * @throws IllegalStateException if a client would refuse the schema
     */
    static void check(String tool, ObjectNode schema, SchemaProfile profile) {
        InputSchemaCheck check = new InputSchemaCheck(tool, schema, profile);
        check.that(schema.path("type").asText().equals("object"), "its root is no object", "");
        check.that(
                Stream.of("oneOf", "anyOf", "allOf", "not", "enum", "const", "$ref")
                        .noneMatch(schema::has),
                "its root has a combinator",
                "");
        check.schema(schema, "", 0);
    }

    private void schema(JsonNode schema, String pointer, int depth) {
        that(schema.isObject(), "is no schema", pointer);
        that(++schemas <= MAX_SCHEMAS && depth <= MAX_DEPTH, "is too large", pointer);
        schema.fieldNames()
                .forEachRemaining(keyword -> that(keywords.contains(keyword), "has the keyword " + keyword, pointer));
        that(typeLists || !schema.path("type").isArray(), "has a list of types", pointer);
        if (schema.has("$ref")) {
            String target = schema.path("$ref").asText();
            that(
                    target.startsWith("#/$defs/")
                            && root.at(target.substring(1)).isObject(),
                    "refers to " + target + ", which is not there",
                    pointer);
            schema.fieldNames()
                    .forEachRemaining(keyword ->
                            that(WITH_REFERENCE.contains(keyword), "has " + keyword + " beside a reference", pointer));
        }
        schema.path("properties").properties().forEach(property -> {
            that(PropertyNames.isLegal(property.getKey()), "has the key " + property.getKey(), pointer);
            schema(property.getValue(), pointer + "/properties/" + property.getKey(), depth + 1);
        });
        schema.path("$defs")
                .properties()
                .forEach(definition -> schema(definition.getValue(), "/$defs/" + definition.getKey(), 0));
        for (String keyword : List.of("items", "additionalProperties")) {
            JsonNode child = schema.path(keyword);
            if (!child.isMissingNode() && !child.isBoolean()) {
                schema(child, pointer + "/" + keyword, depth + 1);
            }
        }
        schema.path("anyOf").forEach(alternative -> schema(alternative, pointer + "/anyOf", depth + 1));
    }

    private void that(boolean holds, String otherwise, String pointer) {
        if (!holds) {
            throw new IllegalStateException(
                    "The input schema of the tool \"" + tool + "\" would be refused by clients: "
                            + (pointer.isEmpty() ? "" : pointer + " ") + otherwise
                            + ". This is a fault of the generator; please report it with the operation's description.");
        }
    }
}
