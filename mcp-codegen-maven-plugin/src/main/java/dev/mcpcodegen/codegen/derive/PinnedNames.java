package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.model.NamePins;
import dev.mcpcodegen.codegen.model.ToolIdentity;
import dev.mcpcodegen.codegen.model.ToolModel.NameSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Gives tools the names under which they have been published. A whole name in the overlay wins, as it is the one way to rename on
 * purpose; everything else yields.
 */
final class PinnedNames {

    private final NamePins pins;
    private final NameRules rules;
    private final DocumentScope problems;

    PinnedNames(NamePins pins, NameRules rules, DocumentScope problems) {
        this.pins = pins;
        this.rules = rules;
        this.problems = problems;
    }

    List<NamedOperation> apply(List<NamedOperation> operations) {
        return pins.names().isEmpty()
                ? operations
                : operations.stream().map(this::pinned).toList();
    }

    private NamedOperation pinned(NamedOperation named) {
        return named.isDeclared()
                ? named
                : pins.of(named.operation().identity())
                        .map(name -> pinned(named, name))
                        .orElse(named);
    }

    /** A name that a rule still gives keeps that rule's resource, after which the class is named. */
    private NamedOperation pinned(NamedOperation named, String name) {
        return candidates(named)
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseGet(() -> renamed(named, name))
                .fix();
    }

    private Stream<NamedOperation> candidates(NamedOperation named) {
        return Stream.concat(
                Stream.of(named, rules.byParameter(named)),
                rules.widenings().stream().map(wider -> wider.apply(named)));
    }

    private NamedOperation renamed(NamedOperation named, String name) {
        if (named.source() == NameSource.DECLARED) {
            problems.at(named.operation().pointer())
                    .warning(
                            "By its resource and method this tool would be \"" + named.name()
                                    + "\", but it is locked as \"" + name + "\" and keeps that name.",
                            "To rename it, remove it from tools.lock.yaml and lock again; clients know it by the old name.");
        }
        return named.renamed(named.classification(), name, NameSource.LOCKED);
    }

    /** Tells which tools bear a name that was another's, so that a client's old call would do something else. */
    void reportReused(List<NamedOperation> resolved) {
        Set<ToolIdentity> present = new HashSet<>();
        resolved.forEach(named -> present.add(named.operation().identity()));
        Map<String, ToolIdentity> owners = new HashMap<>();
        pins.names().forEach((tool, name) -> owners.put(name, tool));
        for (NamedOperation named : resolved) {
            ToolIdentity owner = owners.get(named.name());
            ToolIdentity now = named.operation().identity();
            if (owner != null && !owner.equals(now)) {
                problems.at(named.operation().pointer())
                        .warning(
                                "The tool \"" + named.name() + "\" is locked as " + owner + ", which "
                                        + (present.contains(owner) ? "now has another name" : "is gone")
                                        + "; it would be " + now + " from now on.",
                                "If it is the same to its callers, lock again; otherwise give it an `x-mcp.name` of its"
                                        + " own.");
            }
        }
    }
}
