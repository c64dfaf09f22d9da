package dev.mcpcodegen.codegen.report;

import dev.mcpcodegen.codegen.model.TypeModel;

/** Types in a word, as JSON Schema calls them. */
final class TypeNames {

    private TypeNames() {}

    static String of(TypeModel type) {
        if (type instanceof TypeModel.StringType string) {
            return string.format() == null ? "string" : string.format();
        }
        if (type instanceof TypeModel.IntegerType) {
            return "integer";
        }
        if (type instanceof TypeModel.NumberType) {
            return "number";
        }
        if (type instanceof TypeModel.BooleanType) {
            return "boolean";
        }
        if (type instanceof TypeModel.FileType) {
            return "file";
        }
        if (type instanceof TypeModel.ListType list) {
            return "array of " + of(list.items());
        }
        if (type instanceof TypeModel.NullableType nullable) {
            return of(nullable.type()) + " or null";
        }
        if (type instanceof TypeModel.MapType || type instanceof TypeModel.Reference) {
            return "object";
        }
        return "any";
    }
}
