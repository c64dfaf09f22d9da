package dev.mcpcodegen.codegen.lock;

import dev.mcpcodegen.codegen.lock.Change.Kind;
import dev.mcpcodegen.codegen.model.ToolIdentity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares two surfaces of one integration. Pure. */
public final class SurfaceDiff {

    private SurfaceDiff() {}

    /** What a client of {@code before} meets in {@code after}: tools in the order of {@code before}, then new ones. */
    public static List<Change> between(Surface before, Surface after) {
        Map<String, ToolSurface> byName = new HashMap<>();
        Map<ToolIdentity, ToolSurface> unmatched = new LinkedHashMap<>();
        after.tools().forEach(tool -> {
            byName.put(tool.name(), tool);
            unmatched.put(tool.identity(), tool);
        });
        before.tools().stream().map(tool -> byName.get(tool.name())).forEach(tool -> remove(unmatched, tool));

        List<Change> changes = new ArrayList<>();
        for (ToolSurface tool : before.tools()) {
            ToolSurface same = byName.get(tool.name());
            ToolSurface renamed = same == null ? unmatched.remove(tool.identity()) : null;
            if (same != null) {
                compare(tool, same, changes);
            } else if (renamed != null) {
                changes.add(new Change(Kind.TOOL_RENAMED, tool.name(), "", "is named " + renamed.name() + " now"));
                compare(tool, renamed, changes);
            } else {
                changes.add(new Change(Kind.TOOL_GONE, tool.name(), "", "is gone (" + tool.identity() + ")"));
            }
        }
        unmatched
                .values()
                .forEach(tool ->
                        changes.add(new Change(Kind.TOOL_NEW, tool.name(), "", "is new (" + tool.identity() + ")")));
        return List.copyOf(changes);
    }

    private static void remove(Map<ToolIdentity, ToolSurface> tools, @Nullable ToolSurface tool) {
        if (tool != null) {
            tools.remove(tool.identity());
        }
    }

    private static void compare(ToolSurface before, ToolSurface after, List<Change> changes) {
        if (!before.identity().equals(after.identity())) {
            changes.add(new Change(
                    Kind.TOOL_MOVED, after.name(), "", "calls " + after.identity() + " now, not " + before.identity()));
        }
        new ShapeDiff(after.name(), changes).compare("", before.arguments(), after.arguments());
        if (!before.words().equals(after.words())) {
            changes.add(new Change(Kind.WORDS_CHANGED, after.name(), "", "is described in other words"));
        }
    }
}
