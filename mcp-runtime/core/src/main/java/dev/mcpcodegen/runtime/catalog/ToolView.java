package dev.mcpcodegen.runtime.catalog;

import dev.mcpcodegen.runtime.access.Capability;
import dev.mcpcodegen.runtime.protocol.Era;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The tools that a capability covers: what is listed here can be called, and nothing else. Immutable; its bytes are shared and must not be
 * changed.
 */
public final class ToolView {

    /** Sees nothing. */
    public static final ToolView EMPTY = new ToolView(List.of());

    private final Map<String, CatalogTool<?>> byName;
    private final byte[] modernList;
    private final byte[] legacyList;

    private ToolView(List<CatalogTool<?>> tools) {
        this.byName = new LinkedHashMap<>();
        tools.forEach(tool -> byName.put(tool.descriptor().name(), tool));
        this.modernList = array(tools, CatalogTool::modernDefinition);
        this.legacyList = differsForLegacy(tools) ? array(tools, CatalogTool::legacyDefinition) : modernList;
    }

    static ToolView of(List<CatalogTool<?>> tools, Capability capability) {
        return new ToolView(tools.stream()
                .filter(tool -> capability.permits(tool.descriptor()))
                .toList());
    }

    /** Finds a tool; one that is hidden from this view is as absent as one that never was. */
    public Optional<CatalogTool<?>> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The tools as a rendered JSON array. */
    public byte[] list(Era era) {
        return era == Era.MODERN ? modernList : legacyList;
    }

    public int size() {
        return byName.size();
    }

    /** How many bytes this view keeps to itself. */
    long weight() {
        return modernList == legacyList ? modernList.length : (long) modernList.length + legacyList.length;
    }

    private static boolean differsForLegacy(List<CatalogTool<?>> tools) {
        return tools.stream().anyMatch(tool -> tool.legacyDefinition() != tool.modernDefinition());
    }

    private static byte[] array(List<CatalogTool<?>> tools, Function<CatalogTool<?>, byte[]> definition) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        json.write('[');
        for (CatalogTool<?> tool : tools) {
            if (json.size() > 1) {
                json.write(',');
            }
            json.writeBytes(definition.apply(tool));
        }
        json.write(']');
        return json.toByteArray();
    }
}
