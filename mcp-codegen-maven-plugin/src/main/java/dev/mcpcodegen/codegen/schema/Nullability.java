package dev.mcpcodegen.codegen.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Null as one more value of a schema. It must be seen there: where it is not, the runtime takes null for absent, and a caller could
 * never clear a value. A list of types is the shortest way, but some clients take only one type; an alternative is what all take.
 */
final class Nullability {

    private Nullability() {}

    static ObjectNode allow(ObjectNode schema, SchemaProfile profile) {
        if (schema.isEmpty()) {
            return schema;
        }
        if (schema.path("anyOf") instanceof ArrayNode alternatives) {
            return alternatives.isEmpty()
                    ? JsonNodeFactory.instance.objectNode().put("type", "null")
                    : addNull(schema, alternatives);
        }
        if (schema.path("type").isTextual() && profile.allowsTypeLists()) {
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
        ObjectNode either = JsonNodeFactory.instance.objectNode();
        either.putArray("anyOf").add(schema).addObject().put("type", "null");
        return either;
    }

    private static ObjectNode addNull(ObjectNode schema, ArrayNode alternatives) {
        alternatives.addObject().put("type", "null");
        return schema;
    }
}
