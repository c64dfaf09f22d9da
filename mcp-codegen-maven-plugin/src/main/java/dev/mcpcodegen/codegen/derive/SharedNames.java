package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.model.ToolIdentity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells, in one line, which tools do not have the name that the rules alone would give them, since others would have it as well. */
final class SharedNames {

    /** More would not be read; all names are in the report. */
    private static final int SHOWN = 3;

    private SharedNames() {}

    /**
     * Tells of the names that a tool shares. What becomes no tool still takes part in naming, so that a tool keeps its name when another
     * operation is documented, but is worth no word as long as it is none; neither is a name that is given or locked.
     */
    static void tell(List<NamedOperation> operations, Set<ToolIdentity> tools, DocumentScope problems) {
        Map<String, List<NamedOperation>> groups = operations.stream()
                .collect(Collectors.groupingBy(NamedOperation::wanted, TreeMap::new, Collectors.toList()));
        List<String> told = new ArrayList<>();
        groups.forEach((name, group) -> {
            if (group.size() > 1 && group.stream().anyMatch(named -> isOpen(named, tools))) {
                told.add("\"" + name + "\" (" + outcomes(group) + ")");
            }
        });
        if (!told.isEmpty()) {
            int more = told.size() - SHOWN;
            problems.at("")
                    .info(
                            (told.size() == 1 ? "A name fits" : told.size() + " names fit")
                                    + " several operations, which are named apart: "
                                    + told.stream().limit(SHOWN).collect(Collectors.joining("; "))
                                    + (more > 0 ? "; and " + more + " more." : "."),
                            "`describe` lists all names. For others, give the operations an `x-mcp` with a `resource`, `method` or"
                                    + " `name` of their own in an overlay.");
        }
    }

    private static boolean isOpen(NamedOperation named, Set<ToolIdentity> tools) {
        return !named.fixed() && tools.contains(named.operation().identity());
    }

    private static String outcomes(List<NamedOperation> group) {
        return group.stream()
                .sorted(Comparator.comparing(named -> named.operation().line()))
                .map(named -> named.operation().line() + ": " + named.name())
                .collect(Collectors.joining(", "));
    }
}
