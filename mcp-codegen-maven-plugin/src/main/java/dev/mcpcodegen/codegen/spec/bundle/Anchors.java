package dev.mcpcodegen.codegen.spec.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mcpcodegen.codegen.spec.tree.Pointers;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names that schemas give themselves: {@code #name} for {@code $anchor: name}, a whole reference for {@code $id} (JSON Schema 2020-12,
 * 8.2), and for {@code $self} the document (OpenAPI 3.2, 4.1.2.2).
 */
final class Anchors {

    private final IdentityHashMap<JsonNode, Map<String, String>> byTree = new IdentityHashMap<>();

    /** JSON Pointer for a fragment; a fragment that is a pointer or names no anchor is given back. */
    String pointer(JsonNode tree, String fragment) {
        return fragment.isEmpty() || fragment.startsWith("/")
                ? fragment
                : names(tree).getOrDefault(fragment, fragment);
    }

    /** The same reference within the document, when its path is a name of something in it; null when it is none. */
    @Nullable
    String local(JsonNode tree, Reference reference) {
        String pointer = reference.path().isEmpty() ? null : names(tree).get(key(reference.path()));
        if (pointer == null) {
            return null;
        }
        String fragment = reference.fragment();
        return fragment.isEmpty() || fragment.startsWith("/") ? pointer + fragment : pointer(tree, fragment);
    }

    private Map<String, String> names(JsonNode tree) {
        Map<String, String> known = byTree.get(tree);
        if (known == null) {
            known = new HashMap<>();
            JsonNode self = tree.get("$self");
            if (self != null && self.isTextual()) {
                known.put(key(self.textValue()), "");
            }
            collect(tree, "", known);
            byTree.put(tree, known);
        }
        return known;
    }

    /** Anchors and identifiers do not meet: an anchor has no slash. */
    private static String key(String id) {
        return "/" + id.replaceFirst("#$", "");
    }

    private static void collect(JsonNode node, String pointer, Map<String, String> into) {
        JsonNode anchor = node.get("$anchor");
        if (anchor != null && anchor.isTextual()) {
            into.putIfAbsent(anchor.textValue(), pointer);
        }
        JsonNode id = node.get("$id");
        if (id != null && id.isTextual()) {
            into.putIfAbsent(key(id.textValue()), pointer);
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
