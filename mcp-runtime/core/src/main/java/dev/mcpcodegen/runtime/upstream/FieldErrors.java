package dev.mcpcodegen.runtime.upstream;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a vendor says of single fields, in the forms that most APIs have: an object of messages by field, or a list of objects that name a
 * field and hold a message (RFC 9457, section 3, {@code invalid-params} and {@code errors}). Pure.
 *
 * @param sentences of an argument each, in the vendor's order
 * @param rest the body without what became a sentence
 */
record FieldErrors(List<String> sentences, JsonNode rest) {

    private static final int MAX_SENTENCES = 50;
    private static final int MAX_DEPTH = 4;

    private static final Pattern OTHERS = Pattern.compile("\\s*\\(and \\d+ more errors?\\)$");

    /** What holds them. */
    private static final Set<String> HOLDERS = Set.of(
            "errors",
            "error",
            "detail",
            "details",
            "fields",
            "field_errors",
            "fieldErrors",
            "invalid_fields",
            "invalidFields",
            "invalid-params",
            "invalid_params",
            "invalidParams",
            "issues",
            "validation_errors",
            "validationErrors",
            "violations");

    /** What names the field, the more exact first. */
    private static final List<String> PATHS = List.of(
            "loc",
            "path",
            "pointer",
            "source",
            "param",
            "parameter",
            "field",
            "property",
            "propertyPath",
            "attribute",
            "name",
            "key");

    private static final List<String> MESSAGES =
            List.of("message", "msg", "detail", "description", "reason", "error", "title", "code");

    static FieldErrors read(JsonNode body, ArgumentPlaces places) {
        Set<String> sentences = new LinkedHashSet<>();
        JsonNode rest = body.deepCopy();
        if (rest instanceof ObjectNode object) {
            take(object, places, sentences);
            if (object.get("error") instanceof ObjectNode inner) {
                take(inner, places, sentences);
            }
        }
        return new FieldErrors(sentences.stream().limit(MAX_SENTENCES).toList(), rest);
    }

    /** Whether the message is that of a field, which some vendors repeat for the whole, with the number of the others. */
    boolean says(String message) {
        String alone = OTHERS.matcher(message.strip()).replaceFirst("").replaceFirst("\\.$", "");
        return sentences.stream().anyMatch(sentence -> sentence.endsWith(": " + alone));
    }

    private static void take(ObjectNode object, ArgumentPlaces places, Set<String> sentences) {
        for (String holder : List.copyOf(object.propertyNames())) {
            List<String> found = new ArrayList<>();
            if (HOLDERS.contains(holder) && isRead(object.path(holder), List.of(), places, found)) {
                object.remove(holder);
                sentences.addAll(found);
            }
        }
    }

    /** Whether all of it is messages of fields; what is anything else is left as it is. */
    private static boolean isRead(JsonNode node, List<String> path, ArgumentPlaces places, List<String> found) {
        if (node.isEmpty() || path.size() > MAX_DEPTH) {
            return false;
        }
        if (node instanceof ArrayNode list) {
            return list.valueStream().allMatch(element -> isEntry(element, path, places, found));
        }
        if (!(node instanceof ObjectNode fields)) {
            return false;
        }
        // An error itself, and no object of fields.
        if (path.isEmpty() && fields.path("message").isString()) {
            return isEntry(fields, path, places, found);
        }
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            List<String> inside = new ArrayList<>(path);
            inside.add(field.getKey());
            String messages = messages(field.getValue());
            if (messages != null) {
                found.add(sentence(places, inside, messages));
            } else if (!isRead(field.getValue(), inside, places, found)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEntry(JsonNode entry, List<String> around, ArgumentPlaces places, List<String> found) {
        List<String> path = path(entry);
        String message = MESSAGES.stream()
                .map(entry::path)
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .findFirst()
                .orElse(null);
        if (path.isEmpty() || message == null) {
            return false;
        }
        List<String> whole = new ArrayList<>(around);
        whole.addAll(path);
        found.add(sentence(places, whole, message));
        return true;
    }

    private static List<String> path(JsonNode entry) {
        for (String name : PATHS) {
            JsonNode path = entry.path(name);
            if (path.isString() && !path.asString().isBlank()) {
                return List.of(path.asString());
            }
            if (path instanceof ArrayNode names
                    && !names.isEmpty()
                    && names.valueStream().allMatch(JsonNode::isValueNode)) {
                return names.valueStream().map(step -> step.asString("")).toList();
            }
            if (path instanceof ObjectNode source) {
                return path(source);
            }
        }
        return List.of();
    }

    private static @Nullable String messages(JsonNode value) {
        if (value.isString()) {
            return value.asString();
        }
        boolean areTexts = value instanceof ArrayNode list
                && !list.isEmpty()
                && list.valueStream().allMatch(JsonNode::isString);
        return areTexts ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(" ")) : null;
    }

    private static String sentence(ArgumentPlaces places, List<String> path, String message) {
        String argument = places.argument(String.join(".", path));
        return argument + ": " + places.inText(message).strip().replaceFirst("\\.$", "");
    }
}
