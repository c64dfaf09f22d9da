package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mcpcodegen.codegen.model.TypeModel;
import dev.mcpcodegen.codegen.model.TypeModel.Bounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads texts and numbers with their rules. */
final class ScalarTypes {

    private ScalarTypes() {}

    /** The one type besides null that a schema allows, inferred where it is not said; empty when there is none or several. */
    static String typeOf(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            return type.asText().toLowerCase(Locale.ROOT);
        }
        if (type.isArray()) {
            String only = "";
            for (JsonNode each : type) {
                if (!each.asText().equals("null")) {
                    only = only.isEmpty() ? each.asText() : "several";
                }
            }
            return only;
        }
        if (schema.has("properties") || schema.has("additionalProperties")) {
            return "object";
        }
        return schema.has("items") ? "array" : "";
    }

    static TypeModel string(JsonNode schema) {
        String format = schema.path("format").asText("");
        if (format.equals("binary")
                || schema.path("contentMediaType").asText("").equals("application/octet-stream")) {
            return new TypeModel.FileType();
        }
        return new TypeModel.StringType(
                format.isEmpty() ? null : format,
                schema.path("pattern").isTextual() ? schema.path("pattern").asText() : null,
                integer(schema, "minLength"),
                integer(schema, "maxLength"));
    }

    /** A number, whole or not, or true and false; a schema whose values are of another kind than its type allows any value. */
    static TypeModel withAllowed(JsonNode schema, List<String> allowed) {
        String type = typeOf(schema);
        boolean free = allowed.isEmpty();
        if (type.equals("integer") || type.isEmpty()) {
            return (free && !type.isEmpty()) || all(schema, JsonNode::isIntegralNumber)
                    ? new TypeModel.IntegerType(bounds(schema), allowed)
                    : new TypeModel.AnyType();
        }
        if (type.equals("number")) {
            return free || all(schema, JsonNode::isNumber)
                    ? new TypeModel.NumberType(bounds(schema), allowed)
                    : new TypeModel.AnyType();
        }
        return type.equals("boolean") ? new TypeModel.BooleanType() : new TypeModel.AnyType();
    }

    /** A whole number that is no less than zero, as lengths and counts are. */
    static @Nullable Integer integer(JsonNode schema, String keyword) {
        JsonNode number = schema.path(keyword);
        return number.canConvertToExactIntegral() && number.canConvertToInt() && number.asInt() >= 0
                ? (Integer) number.asInt()
                : null;
    }

    private static boolean all(JsonNode schema, Predicate<JsonNode> kind) {
        List<JsonNode> values = new ArrayList<>();
        schema.path("enum").forEach(values::add);
        if (schema.has("const")) {
            values.add(schema.path("const"));
        }
        return !values.isEmpty() && values.stream().allMatch(value -> value.isNull() || kind.test(value));
    }

    /** Reads both dialects of exclusive bounds: a number (3.1), or true beside the inclusive one (3.0). */
    private static Bounds bounds(JsonNode schema) {
        boolean minimumExcluded = schema.path("exclusiveMinimum").isBoolean()
                && schema.path("exclusiveMinimum").asBoolean();
        boolean maximumExcluded = schema.path("exclusiveMaximum").isBoolean()
                && schema.path("exclusiveMaximum").asBoolean();
        return new Bounds(
                minimumExcluded ? null : number(schema, "minimum"),
                number(schema, minimumExcluded ? "minimum" : "exclusiveMinimum"),
                maximumExcluded ? null : number(schema, "maximum"),
                number(schema, maximumExcluded ? "maximum" : "exclusiveMaximum"),
                schema.path("multipleOf").asDouble() > 0 ? number(schema, "multipleOf") : null);
    }

    private static @Nullable String number(JsonNode schema, String keyword) {
        JsonNode number = schema.path(keyword);
        boolean finite = !number.isDouble() || Double.isFinite(number.asDouble());
        return number.isNumber() && finite ? number.asText() : null;
    }
}
