package dev.mcpcodegen.runtime.arguments;

import dev.mcpcodegen.runtime.tool.ToolJson;
import tools.jackson.databind.JsonNode;

/** What a message may show of a caller's own text: shortened, and without characters that hide or reorder text. */
final class ShownText {

    private static final int VALUE_LENGTH = 80;

    private ShownText() {}

    /** Shows a value as JSON. */
    static String of(JsonNode value) {
        if (value.isString()) {
            return "\"" + of(value.asString(), VALUE_LENGTH) + "\"";
        }
        return of(ToolJson.MAPPER.writeValueAsString(value), VALUE_LENGTH);
    }

    static String of(String text, int length) {
        StringBuilder shown = new StringBuilder();
        int[] visible = text.codePoints()
                .limit(length * 4L)
                .map(c -> Character.isWhitespace(c) ? ' ' : c)
                .filter(ShownText::isVisible)
                .toArray();
        for (int i = 0; i < Math.min(visible.length, length); i++) {
            shown.appendCodePoint(visible[i]);
        }
        boolean isCut = visible.length > length || text.codePointCount(0, text.length()) > length * 4L;
        return isCut ? shown.append("...").toString() : shown.toString();
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            // Format characters are the bidirectional, zero-width and tag characters.
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> false;
            default -> true;
        };
    }
}
