package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.PropertyModel;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What operations answer, as far as it says what they do. */
final class Answers {

    /** What lists are called whatever they hold. */
    private static final Set<String> LISTS = Set.of(
            "content",
            "data",
            "elements",
            "entries",
            "hits",
            "items",
            "list",
            "nodes",
            "objects",
            "records",
            "resources",
            "result",
            "results",
            "rows",
            "value",
            "values");

    /** What stands beside a list that is the answer. */
    private static final Set<String> ABOUT_LISTS = Set.of(
            "after",
            "before",
            "code",
            "count",
            "cursor",
            "end",
            "error",
            "errors",
            "first",
            "has",
            "href",
            "included",
            "incomplete",
            "is",
            "kind",
            "last",
            "limit",
            "link",
            "links",
            "message",
            "meta",
            "metadata",
            "more",
            "next",
            "num",
            "object",
            "offset",
            "ok",
            "order",
            "page",
            "pages",
            "paging",
            "pagination",
            "per",
            "prev",
            "previous",
            "request",
            "response",
            "self",
            "size",
            "start",
            "status",
            "success",
            "sync",
            "took",
            "token",
            "total",
            "type",
            "uri",
            "url",
            "warnings");

    /** Words of what only stands beside many. */
    private static final Set<String> COUNTING =
            Set.of("count", "cursor", "more", "next", "offset", "page", "pages", "total");

    /** Arrays that stand beside an answer. */
    private static final Set<String> FAULTS = Set.of("errors", "warnings");

    private final Types types;

    Answers(Types types) {
        this.types = types;
    }

    /** Whether the answer is a list, or an object around one. A single thing that happens to hold one array is neither. */
    boolean isList(ApiOperation operation) {
        AnswerShape shape = AnswerShape.of(operation, types);
        if (!shape.isList()) {
            return false;
        }
        boolean declared = operation.directives().paging() != null
                && !operation.directives().paging().items().isEmpty();
        String pointer = shape.items().get(0);
        if (declared || pointer.isEmpty() || pointer.indexOf('/', 1) > 0) {
            return true;
        }
        String name = pointer.substring(1);
        String words = Words.snakeCase(name);
        String last = PathShape.of(operation).lastStatic();
        if (FAULTS.contains(words) || isOneOfParents(operation, words)) {
            return false;
        }
        return LISTS.contains(words)
                || Singulars.isPlural(last)
                || Singulars.of(words).equals(Singulars.of(last))
                || types.properties(operation.response().type()).stream()
                        .map(PropertyModel::name)
                        .filter(other -> !other.equals(name))
                        .allMatch(Answers::isAboutLists);
    }

    /** {@code /reports/balance-sheet} that answers {@code {"reports": [...]}}: one report, in the envelope of all. */
    private boolean isOneOfParents(ApiOperation operation, String list) {
        PathShape shape = PathShape.of(operation.path());
        return !shape.endsWithParameter()
                && !Singulars.isPlural(shape.lastStatic())
                && !shape.beforeLastStatic().endsWithParameter()
                && shape.ancestors().stream().limit(1).anyMatch(list::equals)
                && types.properties(operation.response().type()).stream()
                        .flatMap(property -> Words.of(property.name()).stream())
                        .noneMatch(word -> COUNTING.contains(word.toLowerCase(Locale.ROOT)))
                && operation.parameters().stream()
                        .map(parameter -> Words.snakeCase(parameter.property().name()))
                        .noneMatch(name -> PagingWords.PAGE.contains(name)
                                || PagingWords.OFFSET.contains(name)
                                || PagingWords.CURSOR.contains(name));
    }

    private static boolean isAboutLists(String property) {
        List<String> words = Words.of(property);
        return !words.isEmpty()
                && words.stream().map(word -> word.toLowerCase(Locale.ROOT)).anyMatch(ABOUT_LISTS::contains);
    }

    /** Whether the answer is known to be one thing that holds no list. */
    boolean isObject(ApiOperation operation) {
        List<PropertyModel> properties = types.properties(operation.response().type());
        return !properties.isEmpty()
                && properties.stream()
                        .noneMatch(property -> Types.plain(property.type()) instanceof TypeModel.ListType);
    }
}
