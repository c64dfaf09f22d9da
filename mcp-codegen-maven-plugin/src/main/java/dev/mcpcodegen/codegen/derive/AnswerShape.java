package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.PropertyModel;
import dev.mcpcodegen.codegen.model.ToolDirectives.PagingDirectives;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.List;

/**
 * Where an answer holds a list.
 *
 * @param items JSON Pointers to the list; empty when the answer is no list
 */
record AnswerShape(List<String> items) {

    /** An answer is a list when that is declared, when it is an array, or an object with exactly one array. */
    static AnswerShape of(ApiOperation operation, Types types) {
        PagingDirectives declared = operation.directives().paging();
        return declared != null && !declared.items().isEmpty()
                ? new AnswerShape(declared.items())
                : of(operation.response().type(), types);
    }

    private static AnswerShape of(TypeModel answer, Types types) {
        if (Types.plain(answer) instanceof TypeModel.ListType) {
            return new AnswerShape(List.of(""));
        }
        List<PropertyModel> arrays = types.properties(answer).stream()
                .filter(property -> Types.plain(property.type()) instanceof TypeModel.ListType)
                .toList();
        return new AnswerShape(
                arrays.size() == 1 && isEnvelope(answer, types)
                        ? List.of("/" + arrays.get(0).name().replace("~", "~0").replace("/", "~1"))
                        : List.of());
    }

    boolean isList() {
        return !items.isEmpty();
    }

    /** A record that happens to hold one array, such as a person with addresses, is told from an envelope by its id. */
    private static boolean isEnvelope(TypeModel answer, Types types) {
        return types.properties(answer).stream()
                .noneMatch(property -> property.name().equals("id"));
    }
}
