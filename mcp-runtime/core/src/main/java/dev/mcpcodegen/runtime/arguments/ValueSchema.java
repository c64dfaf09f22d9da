package dev.mcpcodegen.runtime.arguments;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A JSON Schema (2020-12) of a single value. Thread-safe. */
public final class ValueSchema {

    private final Schema compiled;

    private ValueSchema(Schema compiled) {
        this.compiled = compiled;
    }

    /**
     * Compiles a schema.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static ValueSchema of(ObjectNode schema) {
        try {
            Schema compiled = SchemaCompiler.compile(schema);
            compiled.initializeValidators();
            return new ValueSchema(compiled);
        } catch (SchemaException e) {
            throw new IllegalArgumentException("This is no JSON Schema: " + e.getMessage(), e);
        }
    }

    /** Whether a value has everything that the schema asks for. */
    public boolean admits(JsonNode value) {
        return compiled.validate(value).isEmpty();
    }
}
