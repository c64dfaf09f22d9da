package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.ToolDirectives.PagingDirectives;
import dev.mcpcodegen.codegen.model.ToolIdentity;
import dev.mcpcodegen.codegen.model.ToolModel;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells, in one line, which lists keep the vendor's paging parameters because the document leaves something open. */
final class UnpagedLists {

    /** More would not be read; all are in the report. */
    private static final int SHOWN = 5;

    private UnpagedLists() {}

    /** What an overlay declares is meant so, and not told. */
    static void tell(List<NamedOperation> operations, List<ToolModel> tools, DocumentScope problems) {
        Set<ToolIdentity> declared = operations.stream()
                .map(NamedOperation::operation)
                .filter(UnpagedLists::isDeclared)
                .map(ApiOperation::identity)
                .collect(Collectors.toSet());
        List<ToolModel> unpaged = tools.stream()
                .filter(tool -> !tool.pagingNote().isEmpty()
                        && !declared.contains(tool.operation().identity()))
                .toList();
        if (unpaged.isEmpty()) {
            return;
        }
        int more = unpaged.size() - SHOWN;
        String names = unpaged.stream().limit(SHOWN).map(ToolModel::name).collect(Collectors.joining(", "));
        problems.at("")
                .info(
                        (unpaged.size() == 1 ? "1 list is" : unpaged.size() + " lists are") + " not paged: " + names
                                + (more > 0 ? " and " + more + " more" : "") + ". "
                                + unpaged.get(0).pagingNote() + ".",
                        "`describe` and report.md say why of each; declare how they page with `x-mcp: {paging: ...}` in an overlay.");
    }

    private static boolean isDeclared(ApiOperation operation) {
        PagingDirectives paging = operation.directives().paging();
        return paging != null && "none".equals(paging.style());
    }
}
