package dev.mcpcodegen.it.sandbox.attio;

import dev.mcpcodegen.it.sandbox.vendor.ReceivedBody;
import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The fields that an operation takes, in a query or in a body, and no others: anything else is refused. Immutable. */
final class Fields {

    /** What a field holds. */
    enum Kind {
        TEXT,
        ID,
        INTEGER,
        BOOLEAN,
        MOMENT,
        OBJECT,
        ARRAY;

        private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

        private boolean accepts(JsonNode value) {
            return switch (this) {
                case TEXT -> value.isString();
                case ID -> value.isString() && UUID.matcher(value.stringValue()).matches();
                case INTEGER -> value.isIntegralNumber() && value.asLong() >= 0;
                case BOOLEAN -> value.isBoolean();
                case MOMENT -> value.isString() && isMoment(value.stringValue());
                case OBJECT -> value.isObject();
                case ARRAY -> value.isArray();
            };
        }

        private JsonNode fromText(String text) {
            JsonNodeFactory json = JsonNodeFactory.instance;
            if (this == INTEGER && text.matches("\\d{1,9}")) {
                return json.numberNode(Integer.parseInt(text));
            }
            boolean isFlag = text.equals("true") || text.equals("false");
            return this == BOOLEAN && isFlag ? json.booleanNode(Boolean.parseBoolean(text)) : json.stringNode(text);
        }

        private static boolean isMoment(String text) {
            try {
                return OffsetDateTime.parse(text) != null;
            } catch (DateTimeException e) {
                return false;
            }
        }
    }

    private record Field(Kind kind, boolean isRequired, boolean isNullable, List<String> choices) {}

    private final Map<String, Field> fields;

    private Fields(Map<String, Field> fields) {
        this.fields = fields;
    }

    static Fields none() {
        return new Fields(Map.of());
    }

    /** Adds fields that must be there. */
    Fields required(Kind kind, String... names) {
        return with(new Field(kind, true, false, List.of()), names);
    }

    /** Adds fields that must be there and may be null. */
    Fields requiredOrNull(Kind kind, String... names) {
        return with(new Field(kind, true, true, List.of()), names);
    }

    /** Adds fields that may be left out. */
    Fields optional(Kind kind, String... names) {
        return with(new Field(kind, false, false, List.of()), names);
    }

    /** Adds fields that may be left out or null. */
    Fields optionalOrNull(Kind kind, String... names) {
        return with(new Field(kind, false, true, List.of()), names);
    }

    /** Limits a field to these texts. */
    Fields oneOf(String name, String... choices) {
        Field field = field(name);
        return with(new Field(field.kind(), field.isRequired(), field.isNullable(), List.of(choices)), name);
    }

    /** Adds the two parameters of a page. */
    Fields paged() {
        return optional(Kind.INTEGER, "limit", "offset");
    }

    /** The same fields, none of which must be there. */
    Fields allOptional() {
        Map<String, Field> loose = new LinkedHashMap<>();
        fields.forEach(
                (name, field) -> loose.put(name, new Field(field.kind(), false, field.isNullable(), field.choices())));
        return new Fields(loose);
    }

    private Field field(String name) {
        Field field = fields.get(name);
        if (field == null) {
            throw new IllegalArgumentException("There is no field " + name);
        }
        return field;
    }

    private Fields with(Field field, String... names) {
        Map<String, Field> more = new LinkedHashMap<>(fields);
        for (String name : names) {
            more.put(name, field);
        }
        return new Fields(more);
    }

    /** The values of the query; a limit above the largest page is refused. */
    ObjectNode query(RouteCall call, int maxLimit) {
        ObjectNode query = query(call);
        checkLimit(query, maxLimit);
        return query;
    }

    /** The values of the query. */
    ObjectNode query(RouteCall call) {
        ObjectNode given = JsonNodeFactory.instance.objectNode();
        call.request().query().forEach((name, texts) -> {
            if (texts.size() != 1) {
                throw AttioException.form("Query parameter \"" + name + "\" may be sent once.");
            }
            Field field = fields.get(name);
            given.set(name, (field == null ? Kind.TEXT : field.kind()).fromText(texts.get(0)));
        });
        return checked(given, "query parameter");
    }

    /** The values of a body without the envelope. */
    ObjectNode body(RouteCall call, int maxLimit) {
        noQuery(call);
        ObjectNode body = checked(json(call), "body field");
        checkLimit(body, maxLimit);
        return body;
    }

    /** The values in the body's envelope. */
    ObjectNode data(RouteCall call) {
        noQuery(call);
        return dataBeside(call);
    }

    /** The values in the body's envelope, where there is a query too. */
    ObjectNode dataBeside(RouteCall call) {
        ObjectNode body = none().required(Kind.OBJECT, "data").checked(json(call), "body field");
        return checked(body.get("data"), "body field");
    }

    /** Refuses any query. */
    static void noQuery(RouteCall call) {
        none().query(call);
    }

    /** The values of an object within a body. */
    ObjectNode within(JsonNode object, String name) {
        return checked(object, "field of \"" + name + "\"");
    }

    private static JsonNode json(RouteCall call) {
        if (call.request().body() instanceof ReceivedBody.Json json) {
            return json.value();
        }
        throw AttioException.form("The body must be JSON.");
    }

    private static void checkLimit(ObjectNode given, int maxLimit) {
        int limit = given.path("limit").asInt(1);
        if (limit < 1 || limit > maxLimit) {
            throw AttioException.form("\"limit\" must be between 1 and " + maxLimit + ".");
        }
    }

    private ObjectNode checked(@Nullable JsonNode given, String what) {
        if (!(given instanceof ObjectNode object)) {
            throw AttioException.form("Expected a JSON object.");
        }
        for (String name : object.propertyNames()) {
            if (!fields.containsKey(name)) {
                throw AttioException.form("Unrecognized " + what + " \"" + name + "\".");
            }
        }
        fields.forEach((name, field) -> check(name, field, object.get(name), what));
        return object.deepCopy();
    }

    private static void check(String name, Field field, @Nullable JsonNode value, String what) {
        if (value == null) {
            if (field.isRequired()) {
                throw AttioException.invalid("missing_value", "Required " + what + " \"" + name + "\" is missing.");
            }
            return;
        }
        if (value.isNull() && field.isNullable()) {
            return;
        }
        boolean isChoice = field.choices().isEmpty() || field.choices().contains(value.asString(""));
        if (!field.kind().accepts(value) || !isChoice) {
            throw AttioException.form("Invalid value of " + what + " \"" + name + "\": " + value + ".");
        }
    }
}
