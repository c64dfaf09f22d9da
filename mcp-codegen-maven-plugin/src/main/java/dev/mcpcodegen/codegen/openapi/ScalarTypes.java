package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mcpcodegen.codegen.model.TypeModel;
import dev.mcpcodegen.codegen.model.TypeModel.Bounds;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads texts, numbers and truth values with their rules. */
final class ScalarTypes {

    /** What an unsigned 64-bit number may be, where the format says it and the bounds do not. */
    private static final String UNSIGNED_LONG_MAX = "18446744073709551615";

    private ScalarTypes() {}

    static TypeModel string(JsonNode schema) {
        String format = schema.path("format").asText("");
        if (format.equals("binary")
                || schema.path("contentMediaType").asText("").equals("application/octet-stream")) {
            return new TypeModel.FileType();
        }
        if (format.isEmpty() && schema.path("contentEncoding").asText("").startsWith("base64")) {
            format = "byte";
        }
        return new TypeModel.StringType(
                format.isEmpty() ? null : format,
                schema.path("pattern").isTextual() ? schema.path("pattern").asText() : null,
                integer(schema, "minLength"),
                integer(schema, "maxLength"));
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
