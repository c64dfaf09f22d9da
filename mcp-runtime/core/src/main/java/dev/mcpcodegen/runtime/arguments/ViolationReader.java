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

/**
 * Turns the validator's errors into sentences for a model. Where alternatives ({@code anyOf}, {@code oneOf}) all fail, only what is
 * wrong with the closest one is told.
 */
final class ViolationReader {

    /** A list with a thousand bad items needs no thousand sentences. */
    private static final int MAX_VIOLATIONS = 50;

    private final InputSchema schema;

    ViolationReader(InputSchema schema) {
        this.schema = schema;
    }

    List<Violation> read(List<Error> errors) {
        List<Error> missingFirst = errors.stream()
                .sorted(Comparator.comparing(error -> !error.getKeyword().equals("required")))
                .toList();
        Told told = new Told();
        report(missingFirst, 0, told);
        return told.violations();
    }

    private void report(List<Error> errors, int from, Told told) {
        Map<Object, List<Error>> groups = new LinkedHashMap<>();
        for (Error error : errors) {
            // More than one alternative of a oneOf fits: vendors' schemas often overlap, and the vendor reads the value
            // anyway.
            if (!error.getKeyword().equals("oneOf")) {
                Object group = Choice.after(from, error)
                        .map(choice -> choice.place(error))
                        .orElseGet(Object::new);
                groups.computeIfAbsent(group, key -> new ArrayList<>()).add(error);
            }
        }
        for (List<Error> group : groups.values()) {
            Optional<Choice> choice = Choice.after(from, group.get(0));
            if (told.isFull()) {
                told.more++;
            } else if (choice.isPresent()) {
                reportChoice(choice.get(), group, told);
            } else {
                told.violations.add(sentence(group.get(0)));
            }
        }
    }

    private void reportChoice(Choice choice, List<Error> errors, Told told) {
        Map<Integer, List<Error>> branches = new TreeMap<>();
        errors.forEach(error -> branches.computeIfAbsent(
                        (Integer) error.getEvaluationPath().getElement(choice.branchAt()), branch -> new ArrayList<>())
                .add(error));
        Optional<List<Error>> closest = branches.values().stream()
                .filter(branch -> branch.stream().noneMatch(choice::isWrongType))
                .min(Comparator.comparingInt(choice::distance));
        if (closest.isPresent()) {
            report(closest.get(), choice.branchAt() + 1, told);
            return;
        }
        Error wrongType =
                errors.stream().filter(choice::isWrongType).findFirst().orElseThrow();
        InputSchema place = schema.follow(Choice.path(wrongType, choice.branchAt() - 1));
        ArgumentPath path = ArgumentPath.of(wrongType.getInstanceLocation());
        told.violations.add(new Violation(path.text(), Sentences.wrongType(path, place, wrongType.getInstanceNode())));
    }

    private Violation sentence(Error error) {
        int keywordAt = error.getEvaluationPath().getNameCount() - 1;
        InputSchema place = schema.follow(Choice.path(error, keywordAt));
        ArgumentPath path = ArgumentPath.of(error.getInstanceLocation());
        ArgumentPath subject = error.getProperty() == null ? path : path.child(error.getProperty());
        return new Violation(subject.text(), Sentences.of(error, path, place));
    }

    /** What the caller is told; from some point on only how much more there is, since a sentence costs more than an error. */
    private static final class Told {

        private final Set<Violation> violations = new LinkedHashSet<>();
        private int more;

        boolean isFull() {
            return violations.size() >= MAX_VIOLATIONS;
        }

        List<Violation> violations() {
            List<Violation> all = new ArrayList<>(violations);
            if (more > 0) {
                all.add(new Violation("", "And " + more + " more of this kind."));
            }
            return List.copyOf(all);
        }
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
