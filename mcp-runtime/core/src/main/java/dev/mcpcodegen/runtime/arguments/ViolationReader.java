package dev.mcpcodegen.runtime.arguments;

import com.networknt.schema.Error;
import dev.mcpcodegen.runtime.arguments.ArgumentReading.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns the validator's errors into sentences for a model. Where alternatives ({@code anyOf}, {@code oneOf}) all fail, only what is
 * wrong with the closest one is told.
 */
final class ViolationReader {

    /** A list with a thousand bad items needs no thousand sentences. */
    private static final int MAX_VIOLATIONS = 50;

    private final InputSchema schema;

    ViolationReader(ObjectNode schema) {
        this.schema = InputSchema.of(schema);
    }

    List<Violation> read(List<Error> errors) {
        Set<Violation> violations = new LinkedHashSet<>();
        List<Error> missingFirst = errors.stream()
                .sorted(Comparator.comparing(error -> !error.getKeyword().equals("required")))
                .toList();
        report(missingFirst, 0, violations);
        List<Violation> told = violations.stream().limit(MAX_VIOLATIONS).toList();
        if (violations.size() == told.size()) {
            return told;
        }
        List<Violation> shortened = new ArrayList<>(told);
        shortened.add(new Violation("", "And " + (violations.size() - told.size()) + " more of this kind."));
        return List.copyOf(shortened);
    }

    private void report(List<Error> errors, int from, Set<Violation> violations) {
        Map<Object, List<Error>> groups = new LinkedHashMap<>();
        Predicate<Error> isAmbiguity = error -> error.getKeyword().equals("oneOf");
        // More than one alternative of a oneOf fits: vendors' schemas often overlap, and the vendor reads the value
        // anyway.
        errors.stream().filter(isAmbiguity.negate()).forEach(error -> {
            Optional<Choice> choice = Choice.after(from, error);
            Object group = choice.isPresent() ? choice.get().place(error) : error;
            groups.computeIfAbsent(group, key -> new ArrayList<>()).add(error);
        });
        groups.forEach((group, members) -> Choice.after(from, members.get(0))
                .ifPresentOrElse(
                        choice -> reportChoice(choice, members, violations),
                        () -> members.forEach(error -> violations.add(sentence(error)))));
    }

    private void reportChoice(Choice choice, List<Error> errors, Set<Violation> violations) {
        Map<Integer, List<Error>> branches = new TreeMap<>();
        errors.forEach(error -> branches.computeIfAbsent(
                        (Integer) error.getEvaluationPath().getElement(choice.branchAt()), branch -> new ArrayList<>())
                .add(error));
        Optional<List<Error>> closest = branches.values().stream()
                .filter(branch -> branch.stream().noneMatch(choice::isWrongType))
                .min(Comparator.comparingInt(choice::distance));
        if (closest.isPresent()) {
            report(closest.get(), choice.branchAt() + 1, violations);
            return;
        }
        Error wrongType =
                errors.stream().filter(choice::isWrongType).findFirst().orElseThrow();
        InputSchema place = schema.follow(Choice.path(wrongType, choice.branchAt() - 1));
        ArgumentPath path = ArgumentPath.of(wrongType.getInstanceLocation());
        violations.add(new Violation(path.text(), Sentences.wrongType(path, place, wrongType.getInstanceNode())));
    }

    private Violation sentence(Error error) {
        int keywordAt = error.getEvaluationPath().getNameCount() - 1;
        InputSchema place = schema.follow(Choice.path(error, keywordAt));
        ArgumentPath path = ArgumentPath.of(error.getInstanceLocation());
        ArgumentPath subject = error.getProperty() == null ? path : path.property(error.getProperty());
        return new Violation(subject.text(), Sentences.of(error, path, place));
    }

    /**
     * The first {@code anyOf} or {@code oneOf} that an error lies under.
     *
     * @param branchAt where in the evaluation path the alternative's index stands
     * @param depth how many names of the instance location lead to the value that had the choice
     */
    private record Choice(int branchAt, int depth) {

        static Optional<Choice> after(int from, Error error) {
            var path = error.getEvaluationPath();
            int depth = 0;
            for (int i = 0; i < path.getNameCount() - 1; i++) {
                String keyword = path.getElement(i).toString();
                switch (keyword) {
                    case "anyOf", "oneOf" -> {
                        i++;
                        if (i > from) {
                            return Optional.of(new Choice(i, depth));
                        }
                    }
                    case "properties", "patternProperties", "prefixItems" -> {
                        i++;
                        depth++;
                    }
                    case "items", "contains", "additionalProperties", "unevaluatedProperties", "unevaluatedItems" ->
                        depth++;
                    case "allOf", "dependentSchemas" -> i++;
                    default -> {}
                }
            }
            return Optional.empty();
        }

        static List<Object> path(Error error, int length) {
            List<Object> path = new ArrayList<>();
            for (int i = 0; i < length; i++) {
                path.add(error.getEvaluationPath().getElement(i));
            }
            return path;
        }

        Object place(Error error) {
            List<Object> place = path(error, branchAt);
            for (int i = 0; i < depth; i++) {
                place.add(error.getInstanceLocation().getElement(i));
            }
            return place;
        }

        boolean isWrongType(Error error) {
            return error.getKeyword().equals("type")
                    && error.getInstanceLocation().getNameCount() == depth;
        }

        /** A wrong constant tells that another alternative was meant: it is how unions are discriminated. */
        int distance(List<Error> branch) {
            return branch.stream()
                    .mapToInt(error -> Set.of("const", "enum").contains(error.getKeyword()) ? 10 : 1)
                    .sum();
        }
    }
}
