package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.ToolDirectives.PagingDirectives;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Checks what {@code x-mcp.paging} declares. A wrong declaration would lose items; so it is an error, never a guess. */
final class DeclaredPaging {

    private static final List<String> STYLES =
            List.of("cursor", "lastItem", "offset", "page", "link", "nextUrl", "none");

    private final DocumentScope problems;

    DeclaredPaging(DocumentScope problems) {
        this.problems = problems;
    }

    /** The declared style, or the one that alone has the keys that are declared; empty when it is to be detected. */
    static String style(PagingDirectives declared) {
        String style = Objects.requireNonNullElse(declared.style(), "");
        if (declared.lastItem() != null && (style.isEmpty() || style.equals("cursor"))) {
            return "lastItem";
        }
        if (!style.isEmpty()) {
            return style;
        }
        if (declared.offsetParam() != null) {
            return "offset";
        }
        if (declared.pageParam() != null) {
            return "page";
        }
        return declared.cursorParam() != null || declared.next() != null ? "cursor" : "";
    }

    boolean isSound(PagingDirectives declared) {
        String style = Objects.requireNonNullElse(declared.style(), "cursor");
        if (!STYLES.contains(style)) {
            report(
                    declared,
                    "There is no paging style \"" + style + "\".",
                    "Use one of " + String.join(", ", STYLES) + "; with none the vendor's parameters stay arguments.");
            return false;
        }
        String in = Objects.requireNonNullElse(declared.in(), "query");
        if (!in.equals("query") && !in.equals("body")) {
            report(declared, "Paging parameters cannot be in \"" + in + "\".", "Use query or body.");
            return false;
        }
        return arePointers(declared) && areLimits(declared);
    }

    private boolean arePointers(PagingDirectives declared) {
        boolean areSound = Stream.concat(
                        declared.items().stream(),
                        Stream.of(
                                        declared.next(),
                                        declared.lastItem(),
                                        declared.hasMore(),
                                        declared.total(),
                                        declared.pageCount(),
                                        declared.step())
                                .filter(Objects::nonNull))
                .allMatch(pointer -> pointer.isEmpty() || pointer.startsWith("/"));
        if (!areSound) {
            report(
                    declared,
                    "One of `items`, `next`, `lastItem`, `hasMore`, `total`, `pageCount` and `step` of the paging is no JSON"
                            + " Pointer.",
                    "Start each with a slash, such as /data/items; an empty text means the whole answer.");
        }
        return areSound;
    }

    private boolean areLimits(PagingDirectives declared) {
        int min = Objects.requireNonNullElse(declared.minLimit(), 1);
        int max = Objects.requireNonNullElse(declared.maxLimit(), Integer.MAX_VALUE);
        int usual = Objects.requireNonNullElse(declared.defaultLimit(), Math.max(1, Math.min(min, max)));
        if (min < 1 || max < 1 || usual < 1) {
            report(declared, "A limit of the paging is less than 1.", "Say how many items the vendor returns.");
            return false;
        }
        if (min > max || usual > max) {
            report(
                    declared,
                    "`minLimit` or `defaultLimit` of the paging is more than `maxLimit`.",
                    "Say how many items the vendor returns at least and at most.");
            return false;
        }
        return true;
    }

    /** Tells that a style is declared for an answer in which no list is found. */
    void reportNoList(ApiOperation operation, PagingDirectives declared, String style) {
        if (!style.isEmpty()) {
            report(
                    declared,
                    "The paging of " + operation.line() + " is declared, but its answer holds no list.",
                    "Add `items`, a JSON Pointer into the answer.");
        }
    }

    /** Tells what a declared style lacks. */
    void reportMissing(ApiOperation operation, PagingDirectives declared, String style) {
        String parameter = switch (style) {
            case "offset" -> "offsetParam";
            case "page" -> "pageParam";
            case "nextUrl" -> "next";
            default -> "cursorParam";
        };
        boolean needsNext = style.equals("nextUrl") || (style.equals("cursor") && declared.cursorParam() != null);
        report(
                declared,
                "The paging of " + operation.line() + " is declared, but "
                        + (needsNext ? "nothing tells what comes next." : "no parameter takes the position."),
                needsNext ? "Add `next`, a JSON Pointer into the answer." : "Add `" + parameter + "`.");
    }

    private void report(PagingDirectives declared, String message, String cure) {
        problems.at(declared.pointer()).error(message, cure);
    }
}
