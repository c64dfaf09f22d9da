package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mcpcodegen.codegen.model.TypeModel;

/** Whether examples and defaults are of the type that they are given for: what contradicts it would mislead. */
final class Values {

    private Values() {}

    static boolean fit(TypeModel type, JsonNode value) {
        if (type instanceof TypeModel.NullableType nullable) {
            return value.isNull() || fit(nullable.type(), value);
        } else if (type instanceof TypeModel.StringType) {
            return value.isTextual();
        } else if (type instanceof TypeModel.IntegerType integer) {
            return value.isIntegralNumber()
                    && (integer.allowed().isEmpty() || integer.allowed().contains(value.asText()));
        } else if (type instanceof TypeModel.NumberType) {
            return value.isNumber();
        } else if (type instanceof TypeModel.BooleanType) {
            return value.isBoolean();
        } else if (type instanceof TypeModel.ListType list) {
            return value.isArray() && value.valueStream().allMatch(item -> fit(list.items(), item));
        } else if (type instanceof TypeModel.MapType) {
            return value.isObject();
        }
        return !(type instanceof TypeModel.FileType);
    }
}
