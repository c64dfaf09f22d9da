package dev.mcpcodegen.runtime.catalog;

import dev.mcpcodegen.runtime.protocol.ResultWriter;
import dev.mcpcodegen.runtime.protocol.Revision;
import dev.mcpcodegen.runtime.protocol.SharedPrefix;
import dev.mcpcodegen.runtime.protocol.ToolMembers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The tools that a capability covers: what is listed here can be called, and nothing else. Immutable but for the lists, each of which is
 * rendered when it is first asked for and kept; thread-safe.
 */
public final class ToolView {

    private final List<CatalogTool<?>> tools;
    private final int pageSize;
    private final Map<String, CatalogTool<?>> byName = new LinkedHashMap<>();
    private final Map<Page, SharedPrefix> pages = new ConcurrentHashMap<>();

    /** Makes a view that lists at most {@code pageSize} tools at a time. */
    ToolView(List<CatalogTool<?>> tools, int pageSize) {
        this.tools = List.copyOf(tools);
        this.pageSize = pageSize;
        tools.forEach(tool -> byName.put(tool.descriptor().name(), tool));
    }

    /** Finds a tool; one that is hidden from this view is as absent as one that never was. */
    public Optional<CatalogTool<?>> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * Returns a page of the list as an answer that lacks only its id.
     *
     * @param cursor where the page before ended; null for the first
     * @return empty if the cursor is none that was handed out for this view
     */
    public Optional<SharedPrefix> list(Revision revision, @Nullable String cursor, ResultWriter results) {
        int from = cursor == null ? 0 : after(ListCursor.lastTool(cursor));
        if (from < 0) {
            return Optional.empty();
        }
        return Optional.of(pages.computeIfAbsent(new Page(revision, from), page -> render(page, results)));
    }

    public int size() {
        return tools.size();
    }

    /** About how many bytes this view keeps to itself: its list for two kinds of clients, plain and compressed. */
    long weight() {
        return 2 * tools.stream().mapToLong(tool -> tool.definition().length).sum() * 5 / 4;
    }

    private SharedPrefix render(Page page, ResultWriter results) {
        int to = (int) Math.min(tools.size(), (long) page.from + pageSize);
        List<byte[]> definitions = tools.subList(page.from, to).stream()
                .map(tool -> ToolMembers.write(tool.definition(), page.revision))
                .toList();
        String next = to == tools.size() ? null : ListCursor.after(tools.get(to - 1));
        return results.listTools(page.revision, definitions, next);
    }

    /** The place behind a tool, -1 when this view has none of that name. */
    private int after(@Nullable String name) {
        CatalogTool<?> last = name == null ? null : byName.get(name);
        return last == null ? -1 : tools.indexOf(last) + 1;
    }

    private record Page(Revision revision, int from) {}
}
