package dev.mcpcodegen.codegen.openapi;

import dev.mcpcodegen.codegen.openapi.DocumentTree.Place;
import java.util.Set;

/** What a schema would be called by a reader of the document. */
final class NameHints {

    private static final Set<String> STRUCTURE = Set.of(
            "schema",
            "items",
            "properties",
            "content",
            "allOf",
            "oneOf",
            "anyOf",
            "additionalProperties",
            "requestBody",
            "responses");

    private NameHints() {}

    /** Returns the last key on the way to it that is a name and no structure. */
    static String of(Place place) {
        String[] keys = place.pointer().split("/", -1);
        for (int i = keys.length - 1; i > 0; i--) {
            String key = keys[i].replace("~1", "/").replace("~0", "~");
            boolean named = keys[i - 1].equals("properties") || keys[i - 1].equals("schemas");
            if (named || !(STRUCTURE.contains(key) || key.contains("/") || key.matches("\\d+"))) {
                return key;
            }
        }
        return "value";
    }
}
