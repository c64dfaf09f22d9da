package dev.mcpcodegen.runtime.catalog;

import dev.mcpcodegen.runtime.access.Capability;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the views that were used last, by integration and capability, up to {@value #MAX_BYTES} bytes. Thread-safe. */
final class ViewCache {

    private static final long MAX_BYTES = 32L << 20;

    private final Map<Key, ToolView> views = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    synchronized ToolView get(ToolCatalog.IntegrationTools tools, Capability capability) {
        Key key = new Key(tools.integration().name(), capability);
        ToolView known = views.get(key);
        if (known != null) {
            return known;
        }
        ToolView view = ToolView.of(tools.tools(), capability);
        views.put(key, view);
        bytes += view.weight();
        dropOldest();
        return view;
    }

    /** Keeps the newest in any case, so that a single huge view is still rendered only once. */
    private void dropOldest() {
        Iterator<ToolView> oldestFirst = views.values().iterator();
        while (bytes > MAX_BYTES && views.size() > 1) {
            bytes -= oldestFirst.next().weight();
            oldestFirst.remove();
        }
    }

    private record Key(String integration, Capability capability) {}
}
