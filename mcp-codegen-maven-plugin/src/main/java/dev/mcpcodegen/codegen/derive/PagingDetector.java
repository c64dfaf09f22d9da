package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.derive.PagingParameters.Candidate;
import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.ToolDirectives.PagingDirectives;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Finds out how a list is paged: from its parameters and its answer, unless it is declared. */
final class PagingDetector {

    /** Methods that may answer page by page although they are no plain lists. */
    private static final Set<String> SEARCHES =
            Set.of("browse", "filter", "find", "list", "lookup", "query", "scroll", "search");

    private final Types types;
    private final FirstNumber firstNumbers;
    private final DeclaredPaging declarations;

    /** Knows all operations, since an API numbers its pages the same everywhere. */
    PagingDetector(Types types, List<ApiOperation> operations, DocumentScope problems) {
        this.types = types;
        this.firstNumbers = new FirstNumber(operations);
        this.declarations = new DeclaredPaging(problems);
    }

    /** Decides how a tool pages; a search that does not is answered as the vendor answers it. */
    PagingDecision decide(ApiOperation operation, String method) {
        PagingDirectives declared = Objects.requireNonNullElse(
                operation.directives().paging(), PagingDirectives.none(operation.pointer() + "/x-mcp/paging"));
        AnswerShape answer = AnswerShape.of(operation, types);
        if (!declarations.isSound(declared)) {
            return PagingDecision.NONE;
        }
        String style = DeclaredPaging.style(declared);
        if (style.equals("none")) {
            return PagingDecision.because("x-mcp says that the vendor's own parameters stay arguments");
        }
        boolean isList = method.equals("list");
        if (!answer.isList() || (!isList && style.isEmpty() && !SEARCHES.contains(method))) {
            declarations.reportNoList(operation, declared, style);
            return PagingDecision.NONE;
        }
        PagingStyles styles = new PagingStyles(operation, answer, declared, firstNumbers, types);
        if (!style.isEmpty()) {
            return styles.of(style).map(PagingDecision::of).orElseGet(() -> {
                declarations.reportMissing(operation, declared, style);
                return PagingDecision.NONE;
            });
        }
        return styles.detect().map(PagingDecision::of).orElseGet(() -> isList ? whole(styles) : PagingDecision.NONE);
    }

    /** A list that has no parameter for a position is all there is. */
    private static PagingDecision whole(PagingStyles styles) {
        Optional<Candidate> position = styles.parameters().position();
        if (position.isEmpty()) {
            return PagingDecision.of(styles.unpaged());
        }
        String name = position.get().place();
        return PagingDecision.because(
                PagingWords.PAGE.contains(position.get().name())
                        ? "`" + name + "` numbers pages, but nothing says whether the first is 0 or 1"
                        : "`" + name + "` takes a position, but nothing in the answer tells the next one");
    }
}
