package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.tool.ErrorRules;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a vendor says about an error, sanitised and capped. Pure.
 *
 * @param code the vendor's own code; null when it gives none
 * @param message the vendor's words; null when it gives none
 */
record VendorMessage(@Nullable String code, @Nullable String message) {

    private static final int MAX_MESSAGE_BYTES = 8 * 1024;
    private static final int MAX_CODE_BYTES = 200;
    private static final int MAX_HTML_BYTES = 400;

    /** Reads a body that speaks of no tool's arguments. */
    static VendorMessage read(ErrorRules rules, VendorAnswer answer, UnaryOperator<String> redact) {
        return read(rules, answer, ArgumentPlaces.NONE, redact);
    }

    /**
     * Reads a body.
     *
     * @param places what a vendor calls the arguments, which it may speak of
     */
    static VendorMessage read(
            ErrorRules rules, VendorAnswer answer, ArgumentPlaces places, UnaryOperator<String> redact) {
        if (answer.body().length == 0) {
            return new VendorMessage(null, null);
        }
        JsonNode json = ResponseReader.tryJson(answer);
        if (json != null && json.isContainer()) {
            return new VendorMessage(
                    clean(code(json, rules.codes()), redact, MAX_CODE_BYTES),
                    clean(message(json, rules.messages(), places), redact, MAX_MESSAGE_BYTES));
        }
        return new VendorMessage(null, text(answer, redact));
    }

    private static @Nullable String text(VendorAnswer answer, UnaryOperator<String> redact) {
        MediaType mediaType = answer.mediaType();
        String body = new String(answer.body(), mediaType.charset());
        if (mediaType.isHtml() || body.stripLeading().startsWith("<")) {
            String words = CleanText.ofHtml(redact.apply(body), MAX_HTML_BYTES);
            return words.isEmpty() ? null : words;
        }
        return mediaType.isText() || mediaType.isJson() || mediaType.isUnknown()
                ? clean(body, redact, MAX_MESSAGE_BYTES)
                : null;
    }

    private static @Nullable String code(JsonNode json, List<String> pointers) {
        for (String pointer : pointers) {
            String code = scalar(json.at(pointer));
            if (code != null) {
                return code;
            }
        }
        return null;
    }

    private static String message(JsonNode json, List<String> pointers, ArgumentPlaces places) {
        String sentences = sentences(json);
        if (sentences != null) {
            return places.inText(sentences);
        }
        FieldErrors fields = FieldErrors.read(json, places);
        String ofFields = String.join("; ", fields.sentences());
        JsonNode rest = fields.rest();
        for (String pointer : pointers) {
            String message = scalar(rest.at(pointer));
            if (message != null && !fields.says(message)) {
                String whole = places.inText(message) + details(rest, JsonPointer.compile(pointer));
                return ofFields.isEmpty() ? whole : whole.replaceFirst("\\.$", "") + ". " + ofFields;
            }
        }
        return ofFields.isEmpty() ? json.toString() : ofFields;
    }

    /** Reads a body that is nothing but a list of sentences. */
    private static @Nullable String sentences(JsonNode json) {
        List<String> sentences = new ArrayList<>();
        for (JsonNode element : json) {
            if (!json.isArray() || !element.isString()) {
                return null;
            }
            sentences.add(element.stringValue());
        }
        return sentences.isEmpty() ? null : String.join("; ", sentences);
    }

    /** Adds the lists and objects beside the message: which argument is wrong mostly stands there. */
    private static String details(JsonNode json, JsonPointer messageAt) {
        if (!(json instanceof ObjectNode body)) {
            return json.size() > 1 ? " Details: " + json : "";
        }
        ObjectNode details = body.objectNode();
        body.forEachEntry((name, value) -> {
            boolean holdsMessage = name.equals(messageAt.getMatchingProperty());
            boolean told = holdsMessage && !(value instanceof ArrayNode list && list.size() > 1);
            if (value.isContainer() && !value.isEmpty() && !told) {
                details.set(name, value);
            }
        });
        return details.isEmpty() ? "" : " Details: " + details;
    }

    private static @Nullable String scalar(JsonNode node) {
        if (!node.isString() && !node.isNumber()) {
            return null;
        }
        String text = node.asString().strip();
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String clean(@Nullable String text, UnaryOperator<String> redact, int maxBytes) {
        if (text == null) {
            return null;
        }
        // Invisible characters go first: they could split a secret.
        String clean = CleanText.of(redact.apply(CleanText.of(text)), maxBytes);
        return clean.isEmpty() ? null : clean;
    }
}
