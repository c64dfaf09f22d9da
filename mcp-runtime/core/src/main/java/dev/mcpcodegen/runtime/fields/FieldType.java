package dev.mcpcodegen.runtime.fields;

import dev.mcpcodegen.runtime.arguments.ValueSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is told and sent of fields of one of the vendor's types.
 *
 * @param schema of one value; an empty object for any
 * @param write how a value is sent; the first that fits counts, and without one it goes as it is
 */
record FieldType(ObjectNode schema, List<WriteRule> write, boolean readOnly) {

    /** Returns a value in the vendor's form. */
    JsonNode written(String key, JsonNode value) {
        for (WriteRule rule : write) {
            if (rule.when == null || rule.when.admits(value)) {
                return rule.as.fill(key, value);
            }
        }
        return value;
    }

    /**
     * A form for some values.
     *
     * @param when null for any
     */
    record WriteRule(@Nullable ValueSchema when, ValueTemplate as) {}
}
