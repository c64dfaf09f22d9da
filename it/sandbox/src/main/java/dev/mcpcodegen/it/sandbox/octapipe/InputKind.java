package dev.mcpcodegen.it.sandbox.octapipe;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The kind of value that a field of an input takes. */
enum InputKind {
    TEXT("a string"),
    UUID("a valid UUID"),
    INTEGER("an integer"),
    DATE("a date"),
    TIME("a time"),
    EMAIL("a valid email address"),
    /** An object, or the empty array that stands for one. */
    MAP("an object"),
    ARRAY("an array"),
    UUIDS("an array of UUIDs");

    static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern TIME_FORM = Pattern.compile("([01]?\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?");

    private final String title;

    InputKind(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    boolean accepts(JsonNode value) {
        return switch (this) {
            case TEXT -> value.isString();
            case UUID ->
                value.isString() && UUID_FORM.matcher(value.stringValue()).matches();
            case INTEGER -> value.isIntegralNumber();
            case DATE -> value.isString() && isDate(value.stringValue());
            case TIME ->
                value.isString() && TIME_FORM.matcher(value.stringValue()).matches();
            case EMAIL -> value.isString() && value.stringValue().matches("[^@\\s]+@[^@\\s]+");
            case MAP -> value.isObject() || (value.isArray() && value.isEmpty());
            case ARRAY -> value.isArray();
            case UUIDS -> value.isArray() && value.valueStream().allMatch(UUID::accepts);
        };
    }

    static boolean isDate(String text) {
        try {
            return LocalDate.parse(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
