package dev.mcpcodegen.runtime.protocol;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Cuts ids and tokens out of a message's text, so that they go back character for character: no escape or long number is written anew. */
final class RawToken {

    private RawToken() {}

    /** The string or integer that a parser of {@code text} stands at; null when it is something else. */
    static @Nullable String current(String text, JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NUMBER_INT) {
            return parser.getString();
        }
        if (token != JsonToken.VALUE_STRING) {
            return null;
        }
        LoneSurrogates.refuse(parser.getString());
        long start = parser.currentTokenLocation().getCharOffset();
        long end = parser.currentLocation().getCharOffset();
        return text.substring((int) start, (int) end);
    }

    /** The string or integer at the end of a path of names that {@code parser}, fresh at the beginning of {@code text}, will find. */
    static @Nullable String at(String text, JsonParser parser, String... path) {
        parser.nextToken();
        for (String name : path) {
            enter(parser, name);
        }
        return current(text, parser);
    }

    private static void enter(JsonParser parser, String name) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean isFound = name.equals(parser.currentName());
            parser.nextToken();
            if (isFound) {
                return;
            }
            parser.skipChildren();
        }
    }
}
