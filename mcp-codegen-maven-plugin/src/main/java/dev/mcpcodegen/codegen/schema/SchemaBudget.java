package dev.mcpcodegen.codegen.schema;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.model.TypeDeclaration;
import dev.mcpcodegen.codegen.model.TypeDeclaration.ObjectDefinition;

/** How much one schema document may say. No model reads more, and where everything is linked to everything no disk would hold it all. */
final class SchemaBudget {

    /** About 32,000 tokens. */
    private static final int MAX_CHARACTERS = 128 * 1024;

    private static final int MAX_SCHEMAS = 10_000;

    /** Declared types within declared types; each may stand in a list that may be null. */
    private static final int MAX_LEVEL = 24;

    /** Lists of lists, and alternatives of alternatives, within one declared type. */
    private static final int MAX_DEPTH = 32;

    private static final String LEFT_OUT = "Shape left out; see the vendor's documentation";

    private int schemas;
    private int characters;

    /** Takes one schema out of the budget; false when there is none left. */
    boolean takes(int depth) {
        return ++schemas <= MAX_SCHEMAS && depth <= MAX_DEPTH;
    }

    /** Whether one more declared type can be described. */
    boolean allows(int level) {
        return level <= MAX_LEVEL && schemas < MAX_SCHEMAS && characters < MAX_CHARACTERS;
    }

    void spend(ObjectNode schema) {
        characters += schema.toString().length();
    }

    /** What stands where nothing more is said. */
    static ObjectNode leftOut() {
        return JsonNodeFactory.instance.objectNode().put("description", LEFT_OUT + ".");
    }

    /** What stands in the place of a declared type. */
    static ObjectNode leftOut(TypeDeclaration declaration) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        if (declaration.definition() instanceof ObjectDefinition) {
            schema.put("type", "object");
        }
        return schema.put("description", LEFT_OUT + " of " + declaration.javaName() + ".");
    }

    /** Whether something was left out of a definition. */
    static boolean isExceeded(String definition) {
        return definition.contains(LEFT_OUT);
    }
}
