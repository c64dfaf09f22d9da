package dev.mcpcodegen.runtime.catalog;

import dev.mcpcodegen.runtime.protocol.ResultWriter;
import dev.mcpcodegen.runtime.protocol.Revision;
import dev.mcpcodegen.runtime.protocol.SharedPrefix;
import dev.mcpcodegen.runtime.protocol.ToolMembers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
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
    private final boolean isDynamic;

    /** Makes a view that lists at most {@code pageSize} tools at a time. */
    ToolView(List<CatalogTool<?>> tools, int pageSize) {
        this.tools = List.copyOf(tools);
        this.pageSize = pageSize;
        tools.forEach(tool -> byName.put(tool.descriptor().name(), tool));
        this.isDynamic = tools.stream()
                .anyMatch(tool -> !tool.descriptor().dynamicFields().isEmpty());
    }

    /** Whether some of the tools depend on the account for which they are listed. */
    public boolean isDynamic() {
        return isDynamic;
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
        int from = from(cursor);
        return from < 0
                ? Optional.empty()
                : Optional.of(pages.computeIfAbsent(
                        new Page(revision, from),
                        page -> render(page, CatalogTool::definition, ResultWriter.LIST_TTL, results)));
    }

    /**
     * Returns a page of the list for one account; nothing of it is kept.
     *
     * @param cursor one that {@link #page} takes
     * @param definitions each tool as the account sees it
     * @param ttl how long that is good for
     */
    public SharedPrefix list(
            Revision revision,
            @Nullable String cursor,
            Function<CatalogTool<?>, byte[]> definitions,
            Duration ttl,
            ResultWriter results) {
        return render(new Page(revision, from(cursor)), definitions, ttl, results);
    }

    /** The tools of a page; empty if the cursor is none that was handed out for this view. */
    public Optional<List<CatalogTool<?>>> page(@Nullable String cursor) {
        int from = from(cursor);
        return from < 0 ? Optional.empty() : Optional.of(page(from));
    }

    public int size() {
        return tools.size();
    }

    /** About how many bytes this view keeps to itself: its list for two kinds of clients, plain and compressed. */
    long weight() {
        return 2 * tools.stream().mapToLong(tool -> tool.definition().length).sum() * 5 / 4;
    }

    private SharedPrefix render(
            Page page, Function<CatalogTool<?>, byte[]> definitions, Duration ttl, ResultWriter results) {
        List<CatalogTool<?>> shown = page(page.from);
        List<byte[]> written = shown.stream()
                .map(tool -> ToolMembers.write(definitions.apply(tool), page.revision))
                .toList();
        int to = page.from + shown.size();
        String next = to == tools.size() ? null : ListCursor.after(tools.get(to - 1));
        return results.listTools(page.revision, written, next, ttl);
    }

    private List<CatalogTool<?>> page(int from) {
        return tools.subList(from, (int) Math.min(tools.size(), (long) from + pageSize));
    }

    /** Where a page begins, -1 where none does. */
    private int from(@Nullable String cursor) {
        return cursor == null ? 0 : after(ListCursor.lastTool(cursor));
    }

    /** The place behind a tool, -1 when this view has none of that name. */
    private int after(@Nullable String name) {
        CatalogTool<?> last = name == null ? null : byName.get(name);
        return last == null ? -1 : tools.indexOf(last) + 1;
    }

    private record Page(Revision revision, int from) {}
}
