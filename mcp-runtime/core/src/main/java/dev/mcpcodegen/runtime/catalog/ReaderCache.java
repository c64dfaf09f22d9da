package dev.mcpcodegen.runtime.catalog;

import dev.mcpcodegen.runtime.arguments.ArgumentReader;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the readers of the tools that were called last: each holds its tool's compiled schema, which weighs about ten times the schema's
 * text. Thread-safe.
 */
final class ReaderCache {

    /** Of definitions. */
    private static final long MAX_BYTES = 4L << 20;

    private final Map<CatalogTool<?>, ArgumentReader<?>> readers = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    <A> ArgumentReader<A> get(CatalogTool<A> tool) {
        ArgumentReader<A> known = find(tool);
        return known == null ? keep(tool, tool.newReader()) : known;
    }

    @SuppressWarnings("unchecked") // A tool is kept with its own reader only.
    private synchronized <A> @Nullable ArgumentReader<A> find(CatalogTool<A> tool) {
        return (ArgumentReader<A>) readers.get(tool);
    }

    /** Making a reader twice does no harm, so racing first calls are not made to wait. */
    private synchronized <A> ArgumentReader<A> keep(CatalogTool<A> tool, ArgumentReader<A> reader) {
        if (readers.put(tool, reader) == null) {
            bytes += tool.definition().length;
        }
        Iterator<CatalogTool<?>> oldestFirst = readers.keySet().iterator();
        while (bytes > MAX_BYTES && readers.size() > 1) {
            bytes -= oldestFirst.next().definition().length;
            oldestFirst.remove();
        }
        return reader;
    }
}
