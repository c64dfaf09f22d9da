package dev.mcpcodegen.it.sandbox.vendor;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The type of a property that an operation takes. */
public enum ValueType {
    TEXT("a string", false),
    INTEGER("an integer", false),
    NUMBER("a number", false),
    BOOLEAN("true or false", false),
    DATE_TIME("an ISO 8601 date-time", false),
    TEXTS("an array of strings", true),
    INTEGERS("an array of integers", true),
    OBJECTS("an array of objects", true),
    /** Any JSON value but null. */
    ANY("a value", false);

    private final String title;
    private final boolean isArray;

    ValueType(String title, boolean isArray) {
        this.title = title;
        this.isArray = isArray;
    }

    String title() {
        return title;
    }

    boolean isArray() {
        return isArray;
    }

    boolean accepts(JsonNode value) {
        if (!isArray) {
            return acceptsOne(value);
        }
        return value instanceof ArrayNode array && array.valueStream().allMatch(this::acceptsOne);
    }

    private boolean acceptsOne(JsonNode value) {
        return switch (this) {
            case TEXT, TEXTS -> value.isString();
            case INTEGER, INTEGERS -> value.isIntegralNumber() && value.canConvertToLong();
            case NUMBER -> value.isNumber();
            case BOOLEAN -> value.isBoolean();
            case DATE_TIME -> value.isString() && isMoment(value.stringValue());
            case OBJECTS -> value.isObject();
            case ANY -> !value.isNull();
        };
    }

    /** Reads the texts of a query or form as this type; what cannot be read stays text, so that it is refused. */
    JsonNode fromTexts(List<String> texts) {
        if (!isArray) {
            return fromText(texts.get(texts.size() - 1));
        }
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(text -> array.add(fromText(text)));
        return array;
    }

    private JsonNode fromText(String text) {
        return switch (this) {
            case INTEGER, INTEGERS ->
                text.matches("-?\\d{1,18}")
                        ? JsonNodeFactory.instance.numberNode(Long.parseLong(text))
                        : JsonNodeFactory.instance.stringNode(text);
            case BOOLEAN ->
                text.equals("true") || text.equals("false")
                        ? JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(text))
                        : JsonNodeFactory.instance.stringNode(text);
            case NUMBER ->
                text.matches("-?\\d{1,18}(\\.\\d{1,18})?")
                        ? JsonNodeFactory.instance.numberNode(new BigDecimal(text))
                        : JsonNodeFactory.instance.stringNode(text);
            case TEXT, TEXTS, DATE_TIME, OBJECTS, ANY -> JsonNodeFactory.instance.stringNode(text);
        };
    }

    private static boolean isMoment(String text) {
        try {
            return text.length() == 10 ? LocalDate.parse(text) != null : OffsetDateTime.parse(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
