package dev.mcpcodegen.runtime.catalog;

import dev.mcpcodegen.runtime.access.Capability;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps the views that were used last. Capabilities that cover the same tools share one. Thread-safe. */
final class ViewCache {

    private static final long MAX_BYTES = 32L << 20;
    private static final int MAX_CAPABILITIES = 10_000;

    private final int pageSize;
    private final Map<Key, ToolView> byCapability = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<List<CatalogTool<?>>, ToolView> byTools = new HashMap<>();
    private long bytes;

    ViewCache(int pageSize) {
        this.pageSize = pageSize;
    }

    synchronized ToolView get(ToolCatalog.IntegrationTools tools, Capability capability) {
        Key key = new Key(tools.integration().name(), capability);
        ToolView known = byCapability.get(key);
        if (known != null) {
            return known;
        }
        ToolView view = ofTools(tools.tools().stream()
                .filter(tool -> capability.permits(tool.descriptor()))
                .toList());
        byCapability.put(key, view);
        dropOldest();
        return view;
    }

    private ToolView ofTools(List<CatalogTool<?>> tools) {
        ToolView known = byTools.get(tools);
        if (known != null) {
            return known;
        }
        ToolView view = new ToolView(tools, pageSize);
        byTools.put(tools, view);
        bytes += view.weight();
        return view;
    }

    /** Keeps the newest in any case, so that a single huge view is still rendered only once. */
    private void dropOldest() {
        Iterator<ToolView> oldestFirst = byCapability.values().iterator();
        while ((bytes > MAX_BYTES && byTools.size() > 1) || byCapability.size() > MAX_CAPABILITIES) {
            ToolView oldest = oldestFirst.next();
            oldestFirst.remove();
            if (!byCapability.containsValue(oldest)) {
                byTools.values().remove(oldest);
                bytes -= oldest.weight();
            }
        }
    }

    private record Key(String integration, Capability capability) {}
}
