package dev.mcpcodegen.runtime.access;

import dev.mcpcodegen.runtime.tool.ToolDescriptor;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which tools a grant covers. A tool passes if no methods are given or one matches, and no tags are given or one matches.
 *
 * @param methods {@code read} (list, get), {@code write} (create, update, delete), {@code custom} (all others), or exact method
 *     names; in lower case
 * @param tags tags of resources; in lower case
 */
public record Capability(Set<String> methods, Set<String> tags) {

    /** Every tool. */
    public static final Capability ALL = new Capability(Set.of(), Set.of());

    private static final Set<String> READ = Set.of("list", "get");
    private static final Set<String> WRITE = Set.of("create", "update", "delete");

    public Capability {
        methods = lowerCase(methods);
        tags = lowerCase(tags);
    }

    /** Whether the tool may be seen and called. */
    public boolean permits(ToolDescriptor tool) {
        return permitsMethod(tool.method().toLowerCase(Locale.ROOT)) && permitsTags(tool);
    }

    private boolean permitsMethod(String method) {
        return methods.isEmpty() || methods.contains(method) || methods.contains(group(method));
    }

    private boolean permitsTags(ToolDescriptor tool) {
        return tags.isEmpty() || tool.tags().stream().anyMatch(tag -> tags.contains(tag.toLowerCase(Locale.ROOT)));
    }

    private static String group(String method) {
        if (READ.contains(method)) {
            return "read";
        }
        return WRITE.contains(method) ? "write" : "custom";
    }

    private static Set<String> lowerCase(Set<String> values) {
        return values.stream().map(value -> value.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }
}
