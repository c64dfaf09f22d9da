package dev.mcpcodegen.runtime.tool;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;

/** Writes values into headers, which carry visible ASCII and nothing else (RFC 9110, section 5.5). */
final class HeaderText {

    private static final ObjectWriter ASCII_JSON = ToolJson.MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

    /** What a name may hold besides letters and digits (RFC 9110, section 5.6.2). */
    private static final String TOKEN_SIGNS = "!#$%&'*+-.^_`|~";

    private HeaderText() {}

    /**
     * Returns a header's value.
     *
     * @throws InvalidArgumentException if it holds anything but visible ASCII and spaces
     */
    static String of(String argument, JsonNode value, HeaderStyle style) {
        return switch (style) {
            case COMMA -> flat(argument, value, ",");
            case SPACE -> flat(argument, value, " ");
            case PIPE -> flat(argument, value, "|");
            case TAB -> flat(argument, value, "\t");
            case EXPLODED -> visible(argument, exploded(value));
            case JSON -> visible(argument, ASCII_JSON.writeValueAsString(value));
        };
    }

    private static String flat(String argument, JsonNode value, String delimiter) {
        return WireValues.flat(value).stream()
                .map(text -> visible(argument, text))
                .collect(Collectors.joining(delimiter));
    }

    private static String visible(String argument, String text) {
        if (text.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new InvalidArgumentException(
                    argument, "\"" + argument + "\" must consist of visible ASCII characters.");
        }
        return text;
    }

    /**
     * Returns a name if it can be one.
     *
     * @throws InvalidArgumentException if it cannot
     */
    static String token(String argument, String name) {
        boolean isToken = !name.isEmpty()
                && name.chars()
                        .allMatch(c -> (c >= '0' && c <= '9')
                                || (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z')
                                || TOKEN_SIGNS.indexOf(c) >= 0);
        if (!isToken) {
            throw new InvalidArgumentException(
                    argument, "\"" + argument + "\" holds a name that cannot be the name of a cookie.");
        }
        return name;
    }

    private static String exploded(JsonNode value) {
        if (!value.isObject()) {
            return String.join(",", WireValues.flat(value));
        }
        List<WireValues.Member> members = WireValues.present(value);
        return members.stream()
                .map(member -> member.name() + "=" + WireValues.text(member.value()))
                .collect(Collectors.joining(","));
    }
}
