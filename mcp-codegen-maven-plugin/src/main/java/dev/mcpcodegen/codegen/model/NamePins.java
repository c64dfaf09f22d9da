package dev.mcpcodegen.codegen.model;

import java.util.Map;
import java.util.Optional;

/**
 * Names that have been published: a tool keeps its name whatever the rules would call it today, and whatever other operations come.
 * Each name belongs to one tool.
 *
 * @param names by the tool they belong to
 */
public record NamePins(Map<ToolIdentity, String> names) {

    /** Nothing has been published yet. */
    public static final NamePins NONE = new NamePins(Map.of());

    public NamePins {
        names = Map.copyOf(names);
    }

    /** The published name of a tool; empty when it is new. */
    public Optional<String> of(ToolIdentity tool) {
        return Optional.ofNullable(names.get(tool));
    }
}
