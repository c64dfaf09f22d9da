package dev.mcpcodegen.runtime.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Writes values as the parameters of a query, a cookie or a form (RFC 6570, section 3.2.8, and the styles that OpenAPI adds to it). */
final class QueryExpansion {

    private final UnaryOperator<String> encoding;
    private final List<QueryParameter> parameters = new ArrayList<>();

    private QueryExpansion(UnaryOperator<String> encoding) {
        this.encoding = encoding;
    }

    /** Returns no parameter for an empty list or object, except as JSON. */
    static List<QueryParameter> of(String name, JsonNode value, QueryStyle style, UnaryOperator<String> encoding) {
        QueryExpansion expansion = new QueryExpansion(encoding);
        switch (style) {
            case EXPLODED -> expansion.addExploded(name, value);
            case COMMA -> expansion.addDelimited(name, value, ",");
            case SPACE -> expansion.addDelimited(name, value, encoding.apply(" "));
            case PIPE -> expansion.addDelimited(name, value, encoding.apply("|"));
            case TAB -> expansion.addDelimited(name, value, encoding.apply("\t"));
            case DEEP_OBJECT -> expansion.addDeep(name, value);
            case JSON -> expansion.add(name, value.toString());
        }
        return expansion.parameters;
    }

    private void add(String name, String text) {
        parameters.add(new QueryParameter(name, encoding.apply(text)));
    }

    private void addExploded(String name, JsonNode value) {
        if (value.isObject()) {
            WireValues.present(value).forEach(member -> addRepeated(member.name(), member.value()));
        } else {
            addRepeated(name, value);
        }
    }

    private void addRepeated(String name, JsonNode value) {
        if (value.isArray()) {
            WireValues.present(value).forEach(element -> add(name, WireValues.text(element.value())));
        } else {
            add(name, WireValues.text(value));
        }
    }

    private void addDelimited(String name, JsonNode value, String delimiter) {
        List<String> texts = WireValues.flat(value);
        if (!texts.isEmpty()) {
            parameters.add(
                    new QueryParameter(name, texts.stream().map(encoding).collect(Collectors.joining(delimiter))));
        }
    }

    private void addDeep(String name, JsonNode value) {
        if (value.isObject()) {
            WireValues.present(value).forEach(member -> addDeep(name + "[" + member.name() + "]", member.value()));
        } else if (value.isArray()) {
            // Without an index, nobody could tell where an element that is an object ends.
            int index = 0;
            for (JsonNode element : value) {
                addDeep(name + (element.isContainer() ? "[" + index + "]" : "[]"), element);
                index++;
            }
        } else if (!value.isNull()) {
            add(name, WireValues.text(value));
        }
    }
}
