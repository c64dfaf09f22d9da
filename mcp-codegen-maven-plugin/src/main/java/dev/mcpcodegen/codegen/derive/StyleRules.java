package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.model.ArgumentModel.Location;
import dev.mcpcodegen.codegen.model.ArgumentModel.Style;
import dev.mcpcodegen.codegen.model.TypeDeclaration.EnumDefinition;
import dev.mcpcodegen.codegen.model.TypeModel;

/** Which styles make no difference for a type: the default then says the same with fewer words. And what a style cannot carry. */
final class StyleRules {

    private final Types types;

    StyleRules(Types types) {
        this.types = types;
    }

    /** Returns the style, or one that writes every value of the type in the same way and needs no mention. */
    Style shortest(Style style, TypeModel type, Location location) {
        boolean scalar = isScalar(type);
        boolean list = Types.plain(type) instanceof TypeModel.ListType;
        return switch (style) {
            case EXPLODED -> scalar || list ? plain(location) : style;
            case COMMA, SPACE, PIPE, TAB, DEEP_OBJECT -> scalar ? plain(location) : style;
            case LABEL_EXPLODED -> scalar ? Style.LABEL : style;
            case MATRIX_EXPLODED -> scalar ? Style.MATRIX : style;
            case PLAIN, LABEL, MATRIX, JSON, WHOLE_QUERY, WHOLE_QUERY_JSON -> style;
        };
    }

    /** Returns the type of what a parameter can carry: a list without elements has no place in a path. */
    static TypeModel carried(TypeModel type, Style style, Location location) {
        boolean mustHaveElements = location == Location.PATH && style != Style.JSON;
        if (mustHaveElements && type instanceof TypeModel.ListType list) {
            Integer least = list.minItems();
            return new TypeModel.ListType(
                    list.items(), least == null ? 1 : Math.max(least, 1), list.maxItems(), list.uniqueItems());
        }
        return type;
    }

    private static Style plain(Location location) {
        return switch (location) {
            case QUERY, COOKIE -> Style.EXPLODED;
            case PATH, HEADER -> Style.COMMA;
            case BODY -> Style.PLAIN;
        };
    }

    private boolean isScalar(TypeModel type) {
        TypeModel plain = Types.plain(type);
        if (plain instanceof TypeModel.Reference reference) {
            return types.declaration(reference).definition() instanceof EnumDefinition;
        }
        return plain instanceof TypeModel.StringType
                || plain instanceof TypeModel.IntegerType
                || plain instanceof TypeModel.NumberType
                || plain instanceof TypeModel.BooleanType;
    }
}
