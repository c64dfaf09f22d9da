package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.derive.AnswerFields.Field;
import dev.mcpcodegen.codegen.derive.PagingParameters.Candidate;
import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.PagingModel;
import dev.mcpcodegen.codegen.model.ToolDirectives.PagingDirectives;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tries each style of paging on one operation. What is declared comes first; what is left open is taken from the document, and only where
 * no item can get lost or come twice by it.
 */
final class PagingStyles {

    private static final Pattern LINK_HEADER = Pattern.compile(
            "(?is)\\blink\\W{0,3}(?:\\w+\\W+){0,2}?headers?\\b|\\blink relation|\\brel ?= ?\\W{0,2}next\\b");
    private static final Pattern SAYS_NEXT =
            Pattern.compile("(?is)\\b(next|subsequent|following|continue|more results|more items)\\b");
    private static final Pattern SAYS_LAST = Pattern.compile(
            "(?is)\\b(last|previous)\\b.{0,40}\\b(id|object|item|record|element|entry)\\b|\\bid of the last\\b");
    /** What an offset may count besides items. */
    private static final Pattern COUNTS_OTHERWISE = Pattern.compile(
            "(?i)\\bpages? (number|index)|number of pages|\\bpages to skip|\\b(greater|later|older|newer) than\\b"
                    + "|\\b(bytes?|characters?|dates?|times?|timestamps?|seconds|tokens?|opaque|cursors?|identifiers?)\\b");

    private final ApiOperation operation;
    private final AnswerShape answer;
    private final PagingDirectives declared;
    private final PagingParameters parameters;
    private final AnswerFields fields;
    private final PagingRules rules;
    private final FirstNumber firstNumbers;
    private final Types types;

    PagingStyles(
            ApiOperation operation,
            AnswerShape answer,
            PagingDirectives declared,
            FirstNumber firstNumbers,
            Types types) {
        this.operation = operation;
        this.answer = answer;
        this.declared = declared;
        this.parameters = PagingParameters.of(operation, declared.in(), types);
        this.fields = new AnswerFields(operation.response().type(), answer.items(), types);
        this.rules = new PagingRules(answer, declared, parameters, fields);
        this.firstNumbers = firstNumbers;
        this.types = types;
    }

    PagingParameters parameters() {
        return parameters;
    }

    /** The styles in which the vendor says itself what comes next stand before those in which it is counted. */
    Optional<PagingModel> detect() {
        return Stream.of("cursor", "link", "nextUrl", "lastItem", "page", "offset")
                .flatMap(style -> of(style).stream())
                .findFirst();
    }

    /** Returns the paging in one style; empty when something is missing for it. */
    Optional<PagingModel> of(String style) {
        return switch (style) {
            case "cursor" -> cursor();
            case "lastItem" -> lastItem();
            case "offset" -> offset();
            case "page" -> page();
            case "link" -> link();
            case "nextUrl" -> nextUrl();
            default -> Optional.empty();
        };
    }

    PagingModel unpaged() {
        return new PagingModel.Unpaged(rules.unpaged());
    }

    private Optional<PagingModel> cursor() {
        if (declared.cursorParam() != null) {
            String param = declared.cursorParam();
            Optional<String> next = declared.next() != null
                    ? Optional.of(declared.next())
                    : parameters.at(param).flatMap(this::nextToken);
            return next.map(pointer -> new PagingModel.Cursor(param, pointer, rules.of(param)));
        }
        return parameters.all().stream()
                .filter(this::mayTakeToken)
                .flatMap(candidate -> (declared.next() != null ? Optional.of(declared.next()) : nextToken(candidate))
                                .map(pointer -> (PagingModel)
                                        new PagingModel.Cursor(candidate.place(), pointer, rules.of(candidate.place())))
                                .stream())
                .findFirst();
    }

    private boolean mayTakeToken(Candidate candidate) {
        boolean isNamed = PagingWords.CURSOR.contains(candidate.name())
                || (declared.next() == null
                        && (PagingWords.PAGE.contains(candidate.name())
                                || PagingWords.OFFSET.contains(candidate.name())));
        return isNamed
                && candidate.isToken()
                && !candidate.property().required()
                && !parameters.isSwitchable(candidate);
    }

    /** Where the answer holds what this parameter takes next: the most telling name first. */
    private Optional<String> nextToken(Candidate parameter) {
        Predicate<Field> token = field -> PagingTypes.isToken(field.type());
        Predicate<Field> namesNext = field -> field.name().equals("next_" + parameter.name());
        Predicate<Field> inNext =
                field -> field.parent().equals("next") && field.name().equals(parameter.name());
        Optional<String> sameName = fields.find(token.and(namesNext.or(inNext)).and(field -> !isUrl(field)));
        if (sameName.isPresent() || !PagingWords.CURSOR.contains(parameter.name())) {
            return sameName;
        }
        List<Predicate<Field>> rules = List.of(
                field -> PagingWords.TOKEN.contains(field.name()),
                field -> field.parent().equals("next") && PagingWords.CURSOR.contains(field.name()),
                field -> field.parent().startsWith("cursor") && field.name().equals("next"),
                field -> field.name().equals(parameter.name())
                        && SAYS_NEXT.matcher(field.property().description()).find(),
                this::isNextOf);
        return rules.stream()
                .flatMap(rule -> fields.find(token.and(rule)).stream())
                .findFirst();
    }

    /** What may be a token or a URL that holds one; a URL may go on by another parameter where an API pages both ways. */
    private boolean isNextOf(Field field) {
        boolean isNext = field.name().equals("next")
                || field.name().equals("next_page")
                || (field.parent().equals("next") && field.name().equals("href"));
        boolean pagesBothWays =
                parameters.named(PagingWords.BACKWARD, Candidate::isToken).isPresent();
        return isNext && !(pagesBothWays && isUrl(field));
    }

    private Optional<PagingModel> link() {
        boolean isTold = operation.response().headers().stream().anyMatch(header -> header.equalsIgnoreCase("link"))
                || parameters.all().stream()
                        .filter(parameter -> PagingWords.CURSOR.contains(parameter.name())
                                || PagingWords.PAGE.contains(parameter.name()))
                        .anyMatch(parameter -> LINK_HEADER
                                .matcher(parameter.property().description())
                                .find());
        return isDeclared("link") || (isTold && isGet())
                ? Optional.of(new PagingModel.Link(rules.of()))
                : Optional.empty();
    }

    private Optional<PagingModel> nextUrl() {
        Optional<String> next = declared.next() != null ? Optional.of(declared.next()) : fields.find(this::isNextUrl);
        return isDeclared("nextUrl") || isGet()
                ? next.map(pointer -> new PagingModel.NextUrl(pointer, rules.of()))
                : Optional.empty();
    }

    private boolean isNextUrl(Field field) {
        if (!PagingTypes.isText(field.type())) {
            return false;
        }
        return PagingWords.URL.contains(field.name())
                || field.name().equals("next")
                || (field.parent().equals("next") && field.name().equals("href"))
                || (field.name().equals("next_page") && isUrl(field));
    }

    private static boolean isUrl(Field field) {
        return PagingTypes.isLink(field.type(), field.property().description());
    }

    private Optional<PagingModel> lastItem() {
        String key = Objects.requireNonNullElse(declared.lastItem(), "/id");
        if (declared.lastItem() != null && declared.cursorParam() != null) {
            return Optional.of(new PagingModel.LastItem(declared.cursorParam(), key, rules.of(declared.cursorParam())));
        }
        boolean isEnough =
                isDeclared("lastItem") || declared.lastItem() != null || (rules.hasMore() != null && itemsHave(key));
        return parameters
                .named(PagingWords.LAST_ITEM, candidate -> isEnough && isLastItem(candidate))
                .map(candidate -> new PagingModel.LastItem(candidate.place(), key, rules.of(candidate.place())));
    }

    private static boolean isLastItem(Candidate candidate) {
        return candidate.isToken()
                && !candidate.property().required()
                && (candidate.name().equals("starting_after")
                        || SAYS_LAST.matcher(candidate.property().description()).find());
    }

    private boolean itemsHave(String key) {
        return answer.items().stream()
                .map(pointer -> types.at(operation.response().type(), pointer))
                .flatMap(Optional::stream)
                .map(Types::plain)
                .allMatch(list -> list instanceof TypeModel.ListType items && has(Types.plain(items.items()), key));
    }

    private boolean has(TypeModel item, String key) {
        return item instanceof TypeModel.UnionType union
                ? union.alternatives().stream().allMatch(alternative -> has(Types.plain(alternative), key))
                : types.at(item, key).isPresent();
    }

    private Optional<PagingModel> offset() {
        String step = declared.step();
        if (declared.offsetParam() != null) {
            int first = Objects.requireNonNullElse(declared.first(), 0);
            return Optional.of(new PagingModel.Offset(
                    declared.offsetParam(), first, step, rules.counting(declared.offsetParam())));
        }
        return parameters
                .named(PagingWords.OFFSET, candidate -> candidate.isNumber() && countsItems(candidate))
                .flatMap(candidate -> firstOffset(candidate)
                        .map(first -> new PagingModel.Offset(
                                candidate.place(), first, step(step), rules.counting(candidate.place()))));
    }

    private static boolean countsItems(Candidate offset) {
        return !offset.name().contains("page")
                && !COUNTS_OTHERWISE.matcher(offset.property().description()).find();
    }

    /** An offset is 0 at the beginning; an index may be either (RFC 7644, section 3.4.2.4 counts from 1), so it has to be said. */
    private Optional<Integer> firstOffset(Candidate offset) {
        Optional<Integer> said = firstNumbers.of(offset.property());
        boolean leavesOut = offset.name().equals("offset") || offset.name().equals("skip");
        return declared.first() != null
                ? Optional.of(declared.first())
                : leavesOut ? Optional.of(said.orElse(0)) : said;
    }

    /** An echo of the page size counts only where no more than the vendor's maximum is ever asked for. */
    private @Nullable String step(@Nullable String declaredStep) {
        Optional<Candidate> limit = parameters.limit();
        boolean isBounded =
                limit.isPresent() && PageSize.of(limit.get().property()).maximum() != null;
        if (declaredStep != null || !isBounded || rules.total() == null) {
            return declaredStep;
        }
        return fields.find(field -> field.name().equals(limit.get().name()) && PagingTypes.isNumber(field.type()))
                .orElse(null);
    }

    private Optional<PagingModel> page() {
        String count = declared.pageCount() != null
                ? declared.pageCount()
                : fields.find(this::isPageCount).orElse(null);
        if (declared.pageParam() != null) {
            Integer first = declared.first() != null
                    ? declared.first()
                    : parameters
                            .at(declared.pageParam())
                            .flatMap(candidate -> firstNumbers.of(candidate.property()))
                            .orElse(1);
            return Optional.of(new PagingModel.PageNumber(
                    declared.pageParam(), first, count, rules.counting(declared.pageParam())));
        }
        return parameters
                .named(PagingWords.PAGE, Candidate::isToken)
                .flatMap(candidate -> firstPage(candidate)
                        .map(first -> new PagingModel.PageNumber(
                                candidate.place(), first, count, rules.counting(candidate.place()))));
    }

    private boolean isPageCount(Field field) {
        // A page count may be the number of items on a page, but not where that stands beside it.
        boolean isTold = field.name().equals("page_count")
                && (field.property().description().matches("(?is).*\\b(total|number of)\\W+(number of )?pages\\b.*")
                        || fields.standsBeside(field, PagingWords.PAGE_SIZE));
        return PagingTypes.isNumber(field.type()) && (isTold || PagingWords.PAGE_COUNT.contains(field.name()));
    }

    private Optional<Integer> firstPage(Candidate page) {
        if (declared.first() != null) {
            return Optional.of(declared.first());
        }
        Optional<Integer> said = firstNumbers.of(page.property());
        return said.isEmpty() && isDeclared("page") ? Optional.of(1) : said;
    }

    private boolean isDeclared(String style) {
        return style.equals(declared.style());
    }

    private boolean isGet() {
        return operation.httpMethod().equals("GET");
    }
}
