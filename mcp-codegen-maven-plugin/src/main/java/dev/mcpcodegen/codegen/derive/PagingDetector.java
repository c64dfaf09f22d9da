package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.ApiOperation.ApiParameter;
import dev.mcpcodegen.codegen.model.ArgumentModel.Location;
import dev.mcpcodegen.codegen.model.PagingModel;
import dev.mcpcodegen.codegen.model.ToolDirectives.PagingDirectives;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out how a list is paged: from its parameters and its answer, unless it is declared. */
final class PagingDetector {

    private static final int MAX_LIMIT = 1000;

    private static final PagingDirectives NOTHING_DECLARED =
            new PagingDirectives(null, null, null, null, null, List.of(), null);

    private static final Set<String> CURSOR_PARAMETERS = Set.of(
            "after",
            "continuation_token",
            "cursor",
            "next_cursor",
            "next_page_token",
            "next_token",
            "page_cursor",
            "page_token",
            "starting_after");
    private static final Set<String> LIMIT_PARAMETERS = Set.of(
            "count",
            "first",
            "limit",
            "max_results",
            "page_limit",
            "page_size",
            "per_page",
            "results_per_page",
            "size");
    private static final List<String> NEXT_POINTERS = List.of(
            "/next_page_token",
            "/next_cursor",
            "/nextPageToken",
            "/nextCursor",
            "/next_token",
            "/nextToken",
            "/meta/next_cursor",
            "/meta/nextCursor",
            "/pagination/next_cursor",
            "/pagination/nextCursor",
            "/paging/next/after",
            "/response_metadata/next_cursor");
    /** Parameters by which other styles page; a list that has one is not all there is. */
    private static final Set<String> POSITION_PARAMETERS =
            Set.of("offset", "page", "page_number", "skip", "start", "start_index", "ending_before", "since_id");

    private final Types types;

    PagingDetector(Types types) {
        this.types = types;
    }

    /** Returns the paging of a list; empty when the answer is one object or pages in a way that stays with the caller. */
    Optional<PagingModel> detect(ApiOperation operation, AnswerShape answer) {
        PagingDirectives declared =
                Objects.requireNonNullElse(operation.directives().paging(), NOTHING_DECLARED);
        List<String> items = declared.items().isEmpty() ? answer.items() : declared.items();
        if ("none".equals(declared.style()) || items.isEmpty()) {
            return Optional.empty();
        }
        String cursor = orElse(declared.cursorParam(), parameter(operation, CURSOR_PARAMETERS));
        String next = orElse(declared.next(), nextPointer(operation));
        if (cursor != null && next != null) {
            return Optional.of(cursor(operation, declared, cursor, next, items));
        }
        return parameter(operation, POSITION_PARAMETERS) == null && cursor == null
                ? Optional.of(new PagingModel.Unpaged(items))
                : Optional.empty();
    }

    /** Whether the runtime supplies this parameter, so that it is no argument. */
    static boolean isPagingParameter(@Nullable PagingModel paging, String wireName) {
        return paging instanceof PagingModel.Cursor cursor
                && (wireName.equals(cursor.cursorParam()) || wireName.equals(cursor.limitParam()));
    }

    private static PagingModel cursor(
            ApiOperation operation, PagingDirectives declared, String cursor, String next, List<String> items) {
        String limit = orElse(declared.limitParam(), parameter(operation, LIMIT_PARAMETERS));
        int documented = limit == null ? MAX_LIMIT : maximum(operation, limit);
        return new PagingModel.Cursor(
                cursor,
                limit,
                Objects.requireNonNullElse(declared.maxLimit(), documented),
                declared.defaultLimit(),
                next,
                items);
    }

    private static int maximum(ApiOperation operation, String parameter) {
        return operation.parameters().stream()
                .filter(candidate -> candidate.property().name().equals(parameter))
                .map(candidate -> Types.plain(candidate.property().type()))
                .filter(TypeModel.IntegerType.class::isInstance)
                .map(type -> ((TypeModel.IntegerType) type).bounds().maximum())
                .filter(Objects::nonNull)
                .map(Integer::valueOf)
                .findFirst()
                .orElse(MAX_LIMIT);
    }

    private static @Nullable String parameter(ApiOperation operation, Set<String> names) {
        return operation.parameters().stream()
                .filter(candidate -> candidate.location() == Location.QUERY)
                .map(ApiParameter::property)
                .map(property -> property.name())
                .filter(name -> names.contains(Words.snakeCase(name)))
                .findFirst()
                .orElse(null);
    }

    private @Nullable String nextPointer(ApiOperation operation) {
        return NEXT_POINTERS.stream()
                .filter(pointer ->
                        types.at(operation.response().type(), pointer).isPresent())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String orElse(@Nullable String declared, @Nullable String detected) {
        return declared != null ? declared : detected;
    }
}
