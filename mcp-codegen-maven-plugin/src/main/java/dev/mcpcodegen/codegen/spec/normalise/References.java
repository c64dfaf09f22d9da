package dev.mcpcodegen.codegen.spec.normalise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.mcpcodegen.codegen.spec.tree.Pointers;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** References within one document. */
final class References {

    private static final int MAX_CHAIN = 32;

    private References() {}

    /** Pointer that a reference's fragment holds, percent-decoded. */
    static String decoded(String reference) {
        String fragment = reference.startsWith("#") ? reference.substring(1) : reference;
        try {
            return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return fragment;
        }
    }

    /** What a chain of references ends at; a missing node when it ends at nothing or not at all. */
    static JsonNode follow(JsonNode document, JsonNode node) {
        JsonNode current = node;
        for (int i = 0; i < MAX_CHAIN; i++) {
            JsonNode reference = current.path("$ref");
            if (!reference.isTextual()) {
                return current;
            }
            String text = reference.textValue();
            JsonNode target = text.startsWith("#") ? Pointers.resolve(document, decoded(text)) : null;
            if (target == null) {
                break;
            }
            current = target;
        }
        return MissingNode.getInstance();
    }
}
