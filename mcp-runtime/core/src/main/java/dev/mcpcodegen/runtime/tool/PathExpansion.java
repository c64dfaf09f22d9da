package dev.mcpcodegen.runtime.tool;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Writes values into a path (RFC 6570, sections 3.2.2, 3.2.5 and 3.2.7). Every piece of a value is encoded and checked by itself. */
final class PathExpansion {

    private final String argument;
    private final JsonNode value;

    private PathExpansion(String argument, JsonNode value) {
        this.argument = argument;
        this.value = value;
    }

    /**
     * Returns what takes the place of {@code {argument}}.
     *
     * @throws InvalidArgumentException if the value or a piece of it is empty or could leave its segment
     */
    static String of(String argument, JsonNode value, PathStyle style) {
        PathExpansion expansion = new PathExpansion(argument, value);
        return switch (style) {
            case COMMA -> expansion.flat();
            case SPACE -> expansion.flat("%20");
            case PIPE -> expansion.flat("%7C");
            case TAB -> expansion.flat("%09");
            case EXPLODED -> expansion.exploded(",");
            case LABEL -> "." + expansion.flat();
            case LABEL_EXPLODED -> "." + expansion.exploded(".");
            case MATRIX -> ";" + PercentEncoding.encode(argument) + "=" + expansion.flat();
            case MATRIX_EXPLODED -> ";" + expansion.matrix();
            case JSON -> PercentEncoding.segment(argument, value.toString());
        };
    }

    private String flat() {
        return flat(",");
    }

    private String flat(String delimiter) {
        return joined(WireValues.flat(value).stream().map(this::segment).toList(), delimiter);
    }

    private String exploded(String delimiter) {
        return value.isContainer() ? joined(pieces(""), delimiter) : flat();
    }

    private String matrix() {
        String name = PercentEncoding.encode(argument) + "=";
        return value.isContainer() ? joined(pieces(name), ";") : name + flat();
    }

    /** An element with a prefix, a member with its own name. */
    private List<String> pieces(String prefix) {
        return WireValues.present(value).stream()
                .map(member -> (value.isObject() ? segment(member.name()) + "=" : prefix)
                        + segment(WireValues.text(member.value())))
                .toList();
    }

    private String joined(List<String> pieces, String delimiter) {
        if (pieces.isEmpty()) {
            throw new InvalidArgumentException(argument, "\"" + argument + "\" must not be empty.");
        }
        return pieces.stream().collect(Collectors.joining(delimiter));
    }

    private String segment(String text) {
        return PercentEncoding.segment(argument, text);
    }
}
