package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.ApiOperation.ApiParameter;
import dev.mcpcodegen.codegen.model.ArgumentModel.Location;
import dev.mcpcodegen.codegen.model.PagingModel;
import dev.mcpcodegen.codegen.model.ToolDirectives.PagingDirectives;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds out how a list is paged: from its parameters and its answer, unless it is declared. */
final class PagingDetector {

    private static final int MAX_LIMIT = 1000;
    private static final BigDecimal GREATEST_MAXIMUM = BigDecimal.valueOf(100_000);

    /** Styles that leave the vendor's parameters to the caller. */
    private static final Set<String> OTHER_STYLES = Set.of("none", "offset", "page", "link", "nextUrl");

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
    private final DocumentScope problems;

    PagingDetector(Types types, DocumentScope problems) {
        this.types = types;
        this.problems = problems;
    }

    /** Returns the paging of a list; empty when the answer is one object or pages in a way that stays with the caller. */
    Optional<PagingModel> detect(ApiOperation operation, AnswerShape answer) {
        PagingDirectives declared =
                Objects.requireNonNullElse(operation.directives().paging(), NOTHING_DECLARED);
        String style = Objects.requireNonNullElse(declared.style(), "");
        if (!hasSoundDeclaration(operation, declared) || !answer.isList() || OTHER_STYLES.contains(style)) {
            return Optional.empty();
        }
        String cursor = orElse(declared.cursorParam(), parameter(operation, CURSOR_PARAMETERS));
        String next = orElse(declared.next(), nextPointer(operation));
        if (cursor != null && next != null) {
            return Optional.of(cursor(operation, declared, cursor, next, answer.items()));
        }
        if (style.equals("cursor") || declared.cursorParam() != null || declared.next() != null) {
            report(
                    operation,
                    "The paging of " + operation.line() + " is declared, but "
                            + (cursor == null ? "no parameter takes the cursor." : "nothing tells the next cursor."),
                    cursor == null ? "Add `cursorParam`." : "Add `next`, a JSON Pointer into the answer.");
            return Optional.empty();
        }
        return parameter(operation, POSITION_PARAMETERS) == null && cursor == null
                ? Optional.of(new PagingModel.Unpaged(answer.items()))
                : Optional.empty();
    }

    private boolean hasSoundDeclaration(ApiOperation operation, PagingDirectives declared) {
        if (declared.style() != null
                && !declared.style().equals("cursor")
                && !OTHER_STYLES.contains(declared.style())) {
            report(
                    operation,
                    "There is no paging style \"" + declared.style() + "\".",
                    "Use cursor, or none, offset, page, link or nextUrl, with which the vendor's parameters stay"
                            + " arguments.");
            return false;
        }
        if (Stream.concat(declared.items().stream(), Stream.ofNullable(declared.next()))
                .anyMatch(pointer -> !pointer.isEmpty() && !pointer.startsWith("/"))) {
            report(
                    operation,
                    "`items` and `next` of the paging are no JSON Pointers.",
                    "Start each with a slash, such as /data/items; an empty text means the whole answer.");
            return false;
        }
        if (declared.maxLimit() != null && declared.maxLimit() < 1) {
            report(operation, "`maxLimit` is less than 1.", "Say how many items the vendor returns at most.");
            return false;
        }
        return true;
    }

    private void report(ApiOperation operation, String message, String cure) {
        problems.at(operation.pointer() + "/x-mcp/paging").error(message, cure);
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
                .map(BigDecimal::new)
                .filter(maximum -> maximum.compareTo(BigDecimal.ONE) >= 0 && maximum.compareTo(GREATEST_MAXIMUM) <= 0)
                .map(BigDecimal::intValue)
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
