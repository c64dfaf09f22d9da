package dev.mcpcodegen.codegen.spec.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mcpcodegen.codegen.spec.tree.Pointers;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** Plain-name fragments: {@code #name} for a schema with {@code $anchor: name} (JSON Schema 2020-12, 8.2.2). */
final class Anchors {

    private final IdentityHashMap<JsonNode, Map<String, String>> byTree = new IdentityHashMap<>();

    /** JSON Pointer for a fragment; a fragment that is a pointer or names no anchor is given back. */
    String pointer(JsonNode tree, String fragment) {
        if (fragment.isEmpty() || fragment.startsWith("/")) {
            return fragment;
        }
        Map<String, String> anchors = byTree.get(tree);
        if (anchors == null) {
            anchors = new HashMap<>();
            collect(tree, "", anchors);
            byTree.put(tree, anchors);
        }
        return anchors.getOrDefault(fragment, fragment);
    }

    private static void collect(JsonNode node, String pointer, Map<String, String> into) {
        JsonNode anchor = node.get("$anchor");
        if (anchor != null && anchor.isTextual()) {
            into.putIfAbsent(anchor.textValue(), pointer);
        }
        if (node.isObject()) {
            node.properties().forEach(m -> collect(m.getValue(), Pointers.child(pointer, m.getKey()), into));
        } else {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), pointer + "/" + i, into);
            }
        }
    }
}
