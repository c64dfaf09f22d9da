package dev.mcpcodegen.it.corpus.confirm;

import dev.mcpcodegen.it.corpus.raw.RawParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Values as a parameter's style writes them (OpenAPI, Style Values; 2.0, collectionFormat), before percent-encoding. */
final class WireText {

    private WireText() {}

    /** Whether a value has no parts. */
    static boolean isScalar(JsonNode value) {
        return !value.isContainer();
    }

    static String scalar(JsonNode value) {
        return value.isString() ? value.asString() : value.toString();
    }

    /** All scalars within a value, sorted; what names and separators hold them together is left out. */
    static List<String> leaves(JsonNode value) {
        List<String> leaves = new ArrayList<>();
        collect(value, leaves);
        return leaves.stream().sorted().toList();
    }

    /** The values of a query parameter or a form field, one for each time that its name occurs. */
    static List<String> repeated(RawParameter parameter, JsonNode value) {
        if (isScalar(value)) {
            return List.of(scalar(value));
        }
        if (parameter.explode() || parameter.style().equals("deepObject")) {
            return elements(value);
        }
        return List.of(String.join(separator(parameter), elements(value)));
    }

    /** The value of a header. */
    static String header(JsonNode value) {
        return isScalar(value) ? scalar(value) : String.join(",", elements(value));
    }

    /** What stands in the place of a path parameter. */
    static String segment(RawParameter parameter, JsonNode value) {
        String name = parameter.name();
        boolean many = !isScalar(value) && parameter.explode();
        return switch (parameter.style()) {
            case "label" -> "." + (many ? String.join(".", elements(value)) : header(value));
            case "matrix" ->
                many
                        ? elements(value).stream()
                                .map(element -> ";" + name + "=" + element)
                                .collect(Collectors.joining())
                        : ";" + name + "=" + header(value);
            case "spaceDelimited", "pipeDelimited", "tabDelimited" ->
                isScalar(value) ? scalar(value) : String.join(separator(parameter), elements(value));
            default -> header(value);
        };
    }

    private static String separator(RawParameter parameter) {
        return switch (parameter.style()) {
            case "spaceDelimited" -> " ";
            case "pipeDelimited" -> "|";
            case "tabDelimited" -> "\t";
            default -> ",";
        };
    }

    private static List<String> elements(JsonNode value) {
        List<String> elements = new ArrayList<>();
        value.forEach(element -> elements.add(scalar(element)));
        return elements;
    }

    private static void collect(JsonNode value, List<String> leaves) {
        if (value.isContainer()) {
            value.forEach(child -> collect(child, leaves));
        } else {
            leaves.add(scalar(value));
        }
    }
}
