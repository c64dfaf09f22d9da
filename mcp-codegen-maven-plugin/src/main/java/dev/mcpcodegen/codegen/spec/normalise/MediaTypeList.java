package dev.mcpcodegen.codegen.spec.normalise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** {@code consumes} and {@code produces} of Swagger 2.0. */
final class MediaTypeList {

    private static final String DEFAULT = "application/json";

    private MediaTypeList() {}

    /** The operation's list, else the document's, else JSON; both hold where an empty list is meant to mean nothing. */
    static List<String> of(ObjectNode swagger, ObjectNode operation, String key) {
        JsonNode list = operation.has(key) ? operation.path(key) : swagger.path(key);
        List<String> types = new ArrayList<>();
        if (list.isTextual()) {
            types.add(list.textValue());
        }
        list.forEach(type -> {
            if (type.isTextual() && !types.contains(type.textValue())) {
                types.add(type.textValue());
            }
        });
        return types.isEmpty() ? List.of(DEFAULT) : types;
    }
}
