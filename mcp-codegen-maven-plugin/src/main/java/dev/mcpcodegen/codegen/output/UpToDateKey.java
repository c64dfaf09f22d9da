package dev.mcpcodegen.codegen.output;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that decides what a run generates.
 *
 * @param pluginVersion which generator it is
 * @param parameters the parameters of the run by name
 * @param inputs files, and folders whose every file counts
 */
public record UpToDateKey(String pluginVersion, SortedMap<String, String> parameters, List<Path> inputs) {

    public UpToDateKey(String pluginVersion, Map<String, String> parameters, Collection<Path> inputs) {
        this(pluginVersion, new TreeMap<>(parameters), List.copyOf(inputs));
    }

    /** Version and parameters in one line. */
    String settings() {
        StringBuilder text = new StringBuilder(pluginVersion);
        // Lengths keep {a=b, c=d} and {a="b,c=d"} apart.
        parameters.forEach((name, value) -> text.append('\n')
                .append(name.length())
                .append(' ')
                .append(name)
                .append(value.length())
                .append(' ')
                .append(value));
        return text.toString().replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }
}
