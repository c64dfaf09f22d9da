package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.PropertyModel;
import dev.mcpcodegen.codegen.model.ToolDirectives.PagingDirectives;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where an answer holds a list.
 *
 * @param items JSON Pointers to the list; empty when the answer is no list
 */
record AnswerShape(List<String> items) {

    private static final AnswerShape NO_LIST = new AnswerShape(List.of());

    /** Objects in which an envelope may hold its list; {@code _embedded} is that of HAL. */
    private static final Set<String> HOLDERS = Set.of("data", "embedded", "payload", "response", "result", "results");

    /**
     * An answer is a list when that is declared, when it is an array, or an object with exactly one array. Of several arrays the one counts
     * that is called as lists are, or as the resource is.
     */
    static AnswerShape of(ApiOperation operation, Types types) {
        PagingDirectives declared = operation.directives().paging();
        if (declared != null && !declared.items().isEmpty()) {
            return new AnswerShape(declared.items());
        }
        TypeModel answer = operation.response().type();
        if (Types.plain(answer) instanceof TypeModel.ListType) {
            return new AnswerShape(List.of(""));
        }
        String resource = PathShape.of(operation).lastStatic();
        if (!isEnvelope(answer, types)) {
            return NO_LIST;
        }
        return list(answer, resource, types)
                .or(() -> heldList(answer, resource, types))
                .map(pointer -> new AnswerShape(List.of(pointer)))
                .orElse(NO_LIST);
    }

    boolean isList() {
        return !items.isEmpty();
    }

    private static Optional<String> list(TypeModel object, String resource, Types types) {
        List<PropertyModel> arrays = types.properties(object).stream()
                .filter(property -> Types.plain(property.type()) instanceof TypeModel.ListType)
                .filter(property -> !PagingWords.ASIDE.contains(Words.snakeCase(property.name())))
                .toList();
        if (arrays.size() == 1) {
            return Optional.of(pointer(arrays.get(0)));
        }
        return PagingWords.ITEMS.stream()
                .flatMap(name -> named(arrays, name).stream())
                .findFirst()
                .or(() -> named(arrays, resource))
                .map(AnswerShape::pointer);
    }

    private static Optional<PropertyModel> named(List<PropertyModel> arrays, String name) {
        return arrays.stream()
                .filter(array -> Words.snakeCase(array.name()).equals(name))
                .findFirst();
    }

    /** The list of an envelope in an envelope, such as {@code {"data": {"items": []}}}. */
    private static Optional<String> heldList(TypeModel answer, String resource, Types types) {
        List<PropertyModel> holders = types.properties(answer).stream()
                .filter(property -> HOLDERS.contains(Words.snakeCase(property.name())))
                .filter(property -> isEnvelope(property.type(), types))
                .toList();
        boolean hasArrays = types.properties(answer).stream()
                .filter(property -> !PagingWords.ASIDE.contains(Words.snakeCase(property.name())))
                .anyMatch(property -> Types.plain(property.type()) instanceof TypeModel.ListType);
        return holders.size() != 1 || hasArrays
                ? Optional.empty()
                : list(holders.get(0).type(), resource, types).map(inner -> pointer(holders.get(0)) + inner);
    }

    private static String pointer(PropertyModel property) {
        return "/" + property.name().replace("~", "~0").replace("/", "~1");
    }

    /** A record that happens to hold one array, such as a person with addresses, is told from an envelope by its id. */
    private static boolean isEnvelope(TypeModel answer, Types types) {
        return types.properties(answer).stream()
                .noneMatch(property -> property.name().equals("id"));
    }
}
