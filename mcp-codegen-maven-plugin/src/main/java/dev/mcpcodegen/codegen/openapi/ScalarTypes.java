package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mcpcodegen.codegen.model.TypeModel;
import dev.mcpcodegen.codegen.model.TypeModel.Bounds;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads texts, numbers and truth values with their rules. */
final class ScalarTypes {

    /** What an unsigned 64-bit number may be, where the format says it and the bounds do not. */
    private static final String UNSIGNED_LONG_MAX = "18446744073709551615";

    /** A UUID as text (RFC 9562, section 4), in braces or with a prefix as some write it. */
    private static final Pattern UUID = Pattern.compile(".*\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}.*");

    private ScalarTypes() {}

    static TypeModel string(JsonNode schema) {
        String format = schema.path("format").asText("");
        if (format.equals("binary")
                || schema.path("contentMediaType").asText("").equals("application/octet-stream")) {
            return new TypeModel.FileType(text(schema, null));
        }
        if (format.isEmpty() && schema.path("contentEncoding").asText("").startsWith("base64")) {
            format = "byte";
        }
        Integer maxLength = integer(schema, "maxLength");
        return text(schema, format.isEmpty() || !fits(format, maxLength, schema) ? null : format);
    }

    private static TypeModel.StringType text(JsonNode schema, @Nullable String format) {
        return new TypeModel.StringType(
                format,
                schema.path("pattern").isTextual() ? schema.path("pattern").asText() : null,
                integer(schema, "minLength"),
                integer(schema, "maxLength"));
    }

    /** Vendors call ids UUIDs that are none: where length or example belie a format, no value would do. */
    private static boolean fits(String format, @Nullable Integer maxLength, JsonNode schema) {
        int shortest = switch (format) {
            case "uuid" -> 36;
            case "date-time" -> 20;
            case "date" -> 10;
            default -> 0;
        };
        boolean tooShort = maxLength != null && maxLength < shortest;
        String example = schema.path("example").asText("");
        return !tooShort
                && !(format.equals("uuid")
                        && !example.isEmpty()
                        && !UUID.matcher(example).matches());
    }

    /** A number, whole or not, or true and false; of the values that a schema lists those that are of the type. */
    static TypeModel numeric(JsonNode schema, String type) {
        if (type.equals("integer")) {
            return new TypeModel.IntegerType(bounds(schema), allowed(schema, ScalarTypes::isWhole));
        }
        return new TypeModel.NumberType(bounds(schema), allowed(schema, JsonNode::isNumber));
    }

    static TypeModel bool(JsonNode schema) {
        List<String> allowed = allowed(schema, JsonNode::isBoolean);
        return new TypeModel.BooleanType(allowed.size() == 1 ? allowed : List.of());
    }

    /** A whole number that is no less than zero, as lengths and counts are. */
    static @Nullable Integer integer(JsonNode schema, String keyword) {
        JsonNode number = schema.path(keyword);
        return number.canConvertToExactIntegral() && number.canConvertToInt() && number.asInt() >= 0
                ? (Integer) number.asInt()
                : null;
    }

    static boolean isWhole(JsonNode value) {
        return value.isIntegralNumber();
    }

    private static List<String> allowed(JsonNode schema, Predicate<JsonNode> kind) {
        List<String> allowed = new ArrayList<>();
        for (JsonNode value : EnumValues.nodes(schema)) {
            if (kind.test(value) && !allowed.contains(value.asText())) {
                allowed.add(value.asText());
            }
        }
        return List.copyOf(allowed);
    }

    /** Reads both dialects of exclusive bounds: a number (3.1), or true beside the inclusive one (3.0). */
    private static Bounds bounds(JsonNode schema) {
        boolean minimumExcluded = schema.path("exclusiveMinimum").isBoolean()
                && schema.path("exclusiveMinimum").asBoolean();
        boolean maximumExcluded = schema.path("exclusiveMaximum").isBoolean()
                && schema.path("exclusiveMaximum").asBoolean();
        String maximum = number(schema, "maximum");
        if (maximum == null && schema.path("format").asText("").equals("uint64")) {
            maximum = UNSIGNED_LONG_MAX;
        }
        return new Bounds(
                minimumExcluded ? null : number(schema, "minimum"),
                number(schema, minimumExcluded ? "minimum" : "exclusiveMinimum"),
                maximumExcluded ? null : maximum,
                number(schema, maximumExcluded ? "maximum" : "exclusiveMaximum"),
                schema.path("multipleOf").asDouble() > 0 ? number(schema, "multipleOf") : null);
    }

    private static @Nullable String number(JsonNode schema, String keyword) {
        JsonNode number = schema.path(keyword);
        boolean finite = !number.isDouble() || Double.isFinite(number.asDouble());
        return number.isNumber() && finite ? number.asText() : null;
    }
}
