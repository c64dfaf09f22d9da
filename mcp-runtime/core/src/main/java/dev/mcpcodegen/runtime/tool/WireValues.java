package dev.mcpcodegen.runtime.tool;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Java values as the text that travels in a URL, a header or a form. */
final class WireValues {

    private WireValues() {}

    /** The value as a tree; null when there is nothing to send. */
    static @Nullable JsonNode tree(@Nullable Object value) {
        Object sent = value instanceof Presence<?> presence ? presence.value() : value;
        if (sent == null) {
            return null;
        }
        JsonNode node = sent instanceof JsonNode tree ? tree : ToolJson.MAPPER.valueToTree(sent);
        return node.isNull() ? null : node;
    }

    /** Text without quotes, anything else as JSON writes it. */
    static String text(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }

    /** The elements of a list, or the names and values of an object in turn; null stands for nothing. */
    static List<String> flat(JsonNode value) {
        List<String> texts = new ArrayList<>();
        if (value.isObject()) {
            present(value).forEach(pair -> {
                texts.add(pair.name());
                texts.add(text(pair.value()));
            });
        } else if (value.isArray()) {
            present(value).forEach(pair -> texts.add(text(pair.value())));
        } else {
            texts.add(text(value));
        }
        return texts;
    }

    /** The members of an object or the elements of a list that are not null. */
    static List<Member> present(JsonNode value) {
        List<Member> members = new ArrayList<>();
        if (value.isObject()) {
            value.forEachEntry((name, member) -> add(members, name, member));
        } else {
            value.forEach(element -> add(members, "", element));
        }
        return members;
    }

    private static void add(List<Member> members, String name, JsonNode value) {
        if (!value.isNull()) {
            members.add(new Member(name, value));
        }
    }

    /** A member of an object; its name is empty for an element of a list. */
    record Member(String name, JsonNode value) {}
}
