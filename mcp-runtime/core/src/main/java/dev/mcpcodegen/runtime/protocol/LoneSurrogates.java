package dev.mcpcodegen.runtime.protocol;

import java.util.Map;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;

/** Refuses texts that no UTF-8 can carry on: an escape such as {@code "\ud800"} without its other half. */
final class LoneSurrogates {

    private LoneSurrogates() {}

    static void refuse(JsonNode tree) {
        if (tree.isString()) {
            refuse(tree.stringValue());
        } else if (tree.isObject()) {
            for (Map.Entry<String, JsonNode> property : tree.properties()) {
                refuse(property.getKey());
                refuse(property.getValue());
            }
        } else {
            tree.forEach(LoneSurrogates::refuse);
        }
    }

    static void refuse(String text) {
        boolean isOpen = false;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isLowSurrogate(unit) != isOpen) {
                throw halfOfAPair();
            }
            isOpen = Character.isHighSurrogate(unit);
        }
        if (isOpen) {
            throw halfOfAPair();
        }
    }

    private static StreamReadException halfOfAPair() {
        return new StreamReadException(null, "Half of a surrogate pair");
    }
}
