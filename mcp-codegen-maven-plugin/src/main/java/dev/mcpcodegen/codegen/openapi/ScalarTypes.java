package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mcpcodegen.codegen.model.TypeModel;
import dev.mcpcodegen.codegen.model.TypeModel.Bounds;
import java.util.List;
import java.util.Locale;
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

    /** A number, whole or not; values of another kind make it any value. */
    static TypeModel withAllowed(JsonNode schema, List<String> allowed) {
        String type = typeOf(schema);
        if (type.equals("integer") || (type.isEmpty() && allIntegral(schema))) {
            return new TypeModel.IntegerType(bounds(schema), allowed);
        }
        if (type.equals("number")) {
            return new TypeModel.NumberType(bounds(schema), allowed);
        }
        return type.equals("boolean") ? new TypeModel.BooleanType() : new TypeModel.AnyType();
    }

    static @Nullable Integer integer(JsonNode schema, String keyword) {
        return schema.path(keyword).isInt() ? schema.path(keyword).asInt() : null;
    }

    private static boolean allIntegral(JsonNode schema) {
        for (JsonNode value : schema.path("enum")) {
            if (!value.isIntegralNumber()) {
                return false;
            }
        }
        return !schema.path("enum").isEmpty();
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
                number(schema, "multipleOf"));
    }

    private static @Nullable String number(JsonNode schema, String keyword) {
        return schema.path(keyword).isNumber() ? schema.path(keyword).asText() : null;
    }
}
