package dev.mcpcodegen.runtime.fields;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * A JSON value with places for what a caller gave: <code>{value}</code>, <code>{value/member}</code> and <code>{key}</code>. A text that is
 * one place keeps the JSON type of what stands there, null when nothing does; among other characters it is text. Pure.
 */
final class ValueTemplate {

    private static final Pattern PLACE = Pattern.compile("\\{(?:(key)|value((?:/[^{}]*)?))\\}");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JsonNode template;

    ValueTemplate(JsonNode template) {
        this.template = template;
    }

    JsonNode fill(String key, JsonNode value) {
        return fill(template, key, value);
    }

    private static JsonNode fill(JsonNode template, String key, JsonNode value) {
        if (template instanceof ObjectNode object) {
            ObjectNode filled = JSON.objectNode();
            object.forEachEntry((name, member) -> filled.set(name, fill(member, key, value)));
            return filled;
        }
        if (template instanceof ArrayNode array) {
            ArrayNode filled = JSON.arrayNode();
            array.forEach(element -> filled.add(fill(element, key, value)));
            return filled;
        }
        return template instanceof StringNode text ? fill(text, key, value) : template;
    }

    private static JsonNode fill(StringNode template, String key, JsonNode value) {
        Matcher places = PLACE.matcher(template.stringValue());
        if (places.matches()) {
            JsonNode given = given(places, key, value);
            return given == null ? JSON.nullNode() : given;
        }
        String text = places.reset().replaceAll(place -> {
            JsonNode given = given(place.group(1), place.group(2), key, value);
            return given == null || given.isContainer() ? "" : Matcher.quoteReplacement(given.asString(""));
        });
        return StringNode.valueOf(text.strip());
    }

    private static @Nullable JsonNode given(Matcher place, String key, JsonNode value) {
        return given(place.group(1), place.group(2), key, value);
    }

    private static @Nullable JsonNode given(
            @Nullable String isKey, @Nullable String pointer, String key, JsonNode value) {
        if (isKey != null) {
            return StringNode.valueOf(key);
        }
        JsonNode given = value.at(JsonPointer.compile(pointer == null ? "" : pointer));
        return given.isMissingNode() || given.isNull() ? null : given;
    }
}
