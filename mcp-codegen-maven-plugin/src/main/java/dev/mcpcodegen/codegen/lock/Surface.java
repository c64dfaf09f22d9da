package dev.mcpcodegen.codegen.lock;

import java.util.Comparator;
import java.util.List;

/**
 * The tools of one integration as its clients rely on them.
 *
 * @param tools by path, then HTTP method, then variant, so that a name that changes is a line that changes
 */
public record Surface(String integration, List<ToolSurface> tools) {

    private static final Comparator<ToolSurface> BY_OPERATION = Comparator.comparing(ToolSurface::path)
            .thenComparing(ToolSurface::httpMethod)
            .thenComparing(ToolSurface::variant)
            .thenComparing(ToolSurface::name);

    public Surface {
        tools = tools.stream().sorted(BY_OPERATION).toList();
    }
}
