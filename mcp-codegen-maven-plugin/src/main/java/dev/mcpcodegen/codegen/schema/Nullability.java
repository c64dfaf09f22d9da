package dev.mcpcodegen.codegen.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Null as one more value of a schema. */
final class Nullability {

    private Nullability() {}

    static ObjectNode allow(ObjectNode schema) {
        if (schema.path("type").isTextual()) {
            ArrayNode types = JsonNodeFactory.instance
                    .arrayNode()
                    .add(schema.path("type").asText())
                    .add("null");
            schema.set("type", types);
            if (schema.path("enum") instanceof ArrayNode values) {
                values.addNull();
            }
            return schema;
        }
        if (schema.path("anyOf") instanceof ArrayNode alternatives) {
            alternatives.addObject().put("type", "null");
            return schema;
        }
        if (schema.isEmpty()) {
            return schema;
        }
        ObjectNode either = JsonNodeFactory.instance.objectNode();
        either.putArray("anyOf").add(schema).addObject().put("type", "null");
        return either;
    }
}
