package dev.mcpcodegen.codegen.derive;

import static java.util.stream.Collectors.groupingBy;

import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.model.ToolModel.NameSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Gives every operation a name of its own. Where two rules lead to one name, all operations involved give it up and are told; the result
 * does not depend on the order of the document.
 */
final class NameResolver {

    private static final Pattern LEGAL = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

    private static final String CURE =
            "If you want other names, give them a `resource` or `method` of their own in their"
                    + " documentation records or the overlay.";

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
        Set<String> collisions = new TreeSet<>();
        for (UnaryOperator<NamedOperation> wider : rules.widenings()) {
            Set<String> shared = sharedNames(resolved);
            collisions.addAll(shared);
            resolved.replaceAll(operation ->
                    shared.contains(operation.name()) && !operation.fixed() ? wider.apply(operation) : operation);
        }
        report(collisions, operations, resolved);
        return resolved;
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

    /** A name that its ancestors widen is the rule at work; one that only the vendor's id or a hash tells apart is worth a thought. */
    private void report(Set<String> collisions, List<NamedOperation> before, List<NamedOperation> after) {
        Map<String, List<Outcome>> groups = new TreeMap<>();
        for (int i = 0; i < before.size(); i++) {
            if (collisions.contains(before.get(i).name())) {
                groups.computeIfAbsent(before.get(i).name(), name -> new ArrayList<>())
                        .add(new Outcome(before.get(i), after.get(i)));
            }
        }
        groups.forEach(this::report);
    }

    private void report(String name, List<Outcome> unordered) {
        List<Outcome> outcomes = unordered.stream()
                .sorted(Comparator.comparing(
                        outcome -> outcome.after().operation().line()))
                .toList();
        String sharing = outcomes.stream()
                .map(outcome -> outcome.after().operation().line())
                .collect(Collectors.joining(", "));
        boolean plain = true;
        for (Outcome outcome : outcomes) {
            if (outcome.after().source() == NameSource.OPERATION_ID && !outcome.keeps()) {
                plain = false;
                problems.at(outcome.after().operation().pointer())
                        .warning(
                                "Several operations would become the tool \"" + name + "\": " + sharing
                                        + ". This one is named \""
                                        + outcome.after().name() + "\".",
                                CURE);
            }
        }
        if (plain && outcomes.size() > 1) {
            String names =
                    outcomes.stream().map(outcome -> outcome.after().name()).collect(Collectors.joining(", "));
            problems.at(outcomes.get(0).after().operation().pointer())
                    .info(
                            "Several operations would become the tool \"" + name + "\": " + sharing
                                    + ". They are named " + names + ".",
                            CURE);
        }
    }

    private record Outcome(NamedOperation before, NamedOperation after) {

        boolean keeps() {
            return before.name().equals(after.name());
        }
    }
}
