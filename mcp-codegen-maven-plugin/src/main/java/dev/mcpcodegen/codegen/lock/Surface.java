package dev.mcpcodegen.codegen.lock;

import dev.mcpcodegen.codegen.model.NamePins;
import dev.mcpcodegen.codegen.model.ToolIdentity;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tools of one integration as its clients rely on them.
 *
 * @param tools by path, then HTTP method, then variant, so that a name that changes is a line that changes
 */
public record Surface(String integration, List<ToolSurface> tools) {

    private static final Comparator<ToolSurface> BY_OPERATION = Comparator.<ToolSurface, String>comparing(
                    tool -> tool.identity().path())
            .thenComparing(tool -> tool.identity().httpMethod())
            .thenComparing(tool -> tool.identity().variant())
            .thenComparing(ToolSurface::name);

    public Surface {
        tools = tools.stream().sorted(BY_OPERATION).toList();
    }

    /** The names that stay. */
    public NamePins pins() {
        Map<ToolIdentity, String> names = new HashMap<>();
        tools.forEach(tool -> names.put(tool.identity(), tool.name()));
        return new NamePins(names);
    }
}
