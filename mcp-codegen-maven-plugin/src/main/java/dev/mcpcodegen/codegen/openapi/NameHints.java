package dev.mcpcodegen.codegen.openapi;

import dev.mcpcodegen.codegen.openapi.DocumentTree.Place;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What a schema would be called by a reader of the document. */
final class NameHints {

    private static final Set<String> STRUCTURE = Set.of(
            "schema", "items", "properties", "content", "allOf", "oneOf", "anyOf", "additionalProperties", "default");

    private final Map<String, String> known = new HashMap<>();

    /** Tells what stands at a pointer that does not say it, as a parameter's schema does not. */
    void tell(Place place, String name) {
        known.putIfAbsent(place.pointer(), name);
    }

    /** Returns the last key on the way to it that is a name and no structure. */
    String of(Place place) {
        String pointer = place.pointer();
        while (!pointer.isEmpty()) {
            int slash = pointer.lastIndexOf('/');
            String key = pointer.substring(slash + 1).replace("~1", "/").replace("~0", "~");
            String parent = pointer.substring(0, slash);
            if (known.containsKey(pointer)) {
                return known.get(pointer);
            }
            if (key.equals("responses")) {
                return "result";
            }
            if (key.equals("requestBody")) {
                return "body";
            }
            boolean named = parent.endsWith("/properties") || parent.endsWith("/schemas");
            if (named || !(STRUCTURE.contains(key) || key.contains("/") || key.matches("\\d+|\\dXX"))) {
                return key;
            }
            pointer = parent;
        }
        return "value";
    }
}
