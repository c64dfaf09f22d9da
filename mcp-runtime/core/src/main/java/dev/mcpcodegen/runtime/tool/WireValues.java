package dev.mcpcodegen.runtime.tool;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Java values as the text that travels in a URL, a header or a form. */
final class WireValues {

    private WireValues() {}

    static String text(Object value) {
        if (value instanceof String string) {
            return string;
        }
        if (value instanceof BigDecimal number) {
            return number.toString();
        }
        JsonNode node = ToolJson.MAPPER.valueToTree(value);
        return node.isString() ? node.stringValue() : node.toString();
    }

    static String headerText(String name, Object value) {
        String text = text(value);
        if (text.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new InvalidArgumentException(name, "\"" + name + "\" must consist of visible ASCII characters.");
        }
        return text;
    }

    static void addQuery(List<NameValue> target, String name, @Nullable Object value, QueryStyle style) {
        Object sent = value instanceof Presence<?> presence ? presence.value() : value;
        if (sent == null) {
            return;
        }
        if (sent instanceof List<?> list) {
            addList(target, name, list, style);
        } else if (style == QueryStyle.DEEP_OBJECT) {
            addDeep(target, name, ToolJson.MAPPER.valueToTree(sent));
        } else if (sent instanceof Map<?, ?> map && style == QueryStyle.EXPLODED) {
            map.forEach((key, element) -> addQuery(target, String.valueOf(key), element, style));
        } else {
            target.add(new NameValue(name, text(sent)));
        }
    }

    private static void addList(List<NameValue> target, String name, List<?> list, QueryStyle style) {
        if (style == QueryStyle.EXPLODED || style == QueryStyle.DEEP_OBJECT) {
            list.forEach(element -> target.add(new NameValue(name, text(element))));
        } else if (!list.isEmpty()) {
            target.add(new NameValue(
                    name, list.stream().map(WireValues::text).collect(Collectors.joining(separator(style)))));
        }
    }

    private static String separator(QueryStyle style) {
        return switch (style) {
            case SPACE -> " ";
            case PIPE -> "|";
            case COMMA, EXPLODED, DEEP_OBJECT -> ",";
        };
    }

    private static void addDeep(List<NameValue> target, String name, JsonNode node) {
        if (node.isObject()) {
            node.forEachEntry((key, child) -> addDeep(target, name + "[" + key + "]", child));
        } else if (node.isArray()) {
            node.forEach(child -> addDeep(target, name, child));
        } else if (!node.isNull()) {
            target.add(new NameValue(name, node.isString() ? node.stringValue() : node.toString()));
        }
    }
}
