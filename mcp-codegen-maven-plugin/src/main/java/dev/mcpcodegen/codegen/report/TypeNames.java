package dev.mcpcodegen.codegen.report;

import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.TypeDeclaration;
import dev.mcpcodegen.codegen.model.TypeDeclaration.EnumDefinition;
import dev.mcpcodegen.codegen.model.TypeDeclaration.UnionDefinition;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.List;

/** Types in a few words, as JSON Schema calls them. */
final class TypeNames {

    /** Unions may be alternatives of unions, also of themselves. */
    private static final int MAX_DEPTH = 4;

    private final IntegrationModel integration;

    private TypeNames(IntegrationModel integration) {
        this.integration = integration;
    }

    static String of(TypeModel type, IntegrationModel integration) {
        return new TypeNames(integration).of(type, 0);
    }

    private String of(TypeModel type, int depth) {
        if (type instanceof TypeModel.StringType string) {
            return string.format() == null ? "string" : string.format();
        } else if (type instanceof TypeModel.IntegerType) {
            return "integer";
        } else if (type instanceof TypeModel.NumberType) {
            return "number";
        } else if (type instanceof TypeModel.BooleanType) {
            return "boolean";
        } else if (type instanceof TypeModel.FileType) {
            return "file";
        } else if (type instanceof TypeModel.ListType list) {
            return "array of " + of(list.items(), depth);
        } else if (type instanceof TypeModel.NullableType nullable) {
            return of(nullable.type(), depth) + " or null";
        } else if (type instanceof TypeModel.MapType) {
            return "object";
        } else if (type instanceof TypeModel.UnionType union) {
            return any(union.alternatives(), depth);
        } else if (type instanceof TypeModel.Reference reference) {
            return declared(integration.type(reference), depth);
        }
        return "any";
    }

    private String declared(TypeDeclaration type, int depth) {
        if (type.definition() instanceof EnumDefinition) {
            return "string";
        }
        return type.definition() instanceof UnionDefinition union ? any(union.alternatives(), depth) : "object";
    }

    private String any(List<TypeModel> alternatives, int depth) {
        if (depth > MAX_DEPTH) {
            return "any";
        }
        List<String> names = alternatives.stream()
                .map(alternative -> of(alternative, depth + 1))
                .distinct()
                .toList();
        return names.equals(List.of("object"))
                ? "object of one of " + alternatives.size() + " kinds"
                : String.join(" or ", names);
    }
}
