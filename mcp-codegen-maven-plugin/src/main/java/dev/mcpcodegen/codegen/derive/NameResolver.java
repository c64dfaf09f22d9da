package dev.mcpcodegen.codegen.derive;

import static java.util.stream.Collectors.groupingBy;

import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Gives every operation a name of its own. Where two rules lead to one name, all operations involved give it up; the result
 * does not depend on the order of the document.
 */
final class NameResolver {

    private static final Pattern LEGAL = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

    private final NameRules rules;
    private final DocumentScope problems;

    NameResolver(NameRules rules, DocumentScope problems) {
        this.rules = rules;
        this.problems = problems;
    }

    /** Returns the operations in the same order, each with a name that no other has. */
    List<NamedOperation> resolve(List<NamedOperation> operations) {
        checkFixed(operations);
        List<NamedOperation> resolved = new ArrayList<>(operations);
        Set<String> alike = alike(resolved);
        resolved.replaceAll(operation ->
                alike.contains(place(operation)) && !operation.fixed() ? rules.byParameter(operation) : operation);
        for (UnaryOperator<NamedOperation> wider : rules.widenings()) {
            Set<String> shared = sharedNames(resolved);
            resolved.replaceAll(operation ->
                    shared.contains(operation.name()) && !operation.fixed() ? wider.apply(operation) : operation);
        }
        return resolved;
    }

    /** The places of operations that differ in nothing but the names of the parameters in their paths. */
    private static Set<String> alike(List<NamedOperation> operations) {
        Map<String, Set<String>> paths = new HashMap<>();
        operations.forEach(operation -> paths.computeIfAbsent(place(operation), place -> new HashSet<>())
                .add(operation.operation().path()));
        paths.values().removeIf(written -> written.size() == 1);
        return paths.keySet();
    }

    private static String place(NamedOperation named) {
        return named.name() + " " + named.operation().path().replaceAll("\\{[^}]*}", "{}");
    }

    private static Set<String> sharedNames(List<NamedOperation> operations) {
        Map<String, Integer> counts = new HashMap<>();
        operations.forEach(operation -> counts.merge(operation.name(), 1, Integer::sum));
        counts.values().removeIf(count -> count == 1);
        return counts.keySet();
    }

    private void checkFixed(List<NamedOperation> operations) {
        Map<String, List<NamedOperation>> fixed =
                operations.stream().filter(NamedOperation::fixed).collect(groupingBy(NamedOperation::name));
        for (NamedOperation named : operations) {
            if (named.fixed()) {
                checkLegal(named);
                for (NamedOperation other : fixed.getOrDefault(named.name(), List.of())) {
                    if (!other.operation().identity().equals(named.operation().identity())) {
                        problems.at(pointer(named))
                                .error(sameName(named, other), "Change one `x-mcp.name` in the overlay.");
                    }
                }
            }
        }
    }

    private static String sameName(NamedOperation named, NamedOperation other) {
        String which = other.isDeclared() ? " are given the name \"" : " are given or locked as \"";
        return "Two operations" + which + named.name() + "\": this one and "
                + other.operation().line() + ".";
    }

    private void checkLegal(NamedOperation named) {
        if (!LEGAL.matcher(named.name()).matches()) {
            problems.at(pointer(named))
                    .error(
                            "\"" + named.name() + "\" cannot be the name of a tool.",
                            "Give an `x-mcp.name` of 1 to 64 letters, digits, underscores and hyphens.");
        }
    }

    private static String pointer(NamedOperation named) {
        return named.operation().pointer() + (named.isDeclared() ? "/x-mcp/name" : "");
    }
}
