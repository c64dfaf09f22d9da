package dev.mcpcodegen.it.corpus.confirm;

import dev.mcpcodegen.it.corpus.raw.RawObject;
import dev.mcpcodegen.it.corpus.raw.RawOperation;
import dev.mcpcodegen.it.corpus.raw.RawParameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Holds the query of a request against the raw operation's parameters and their styles. */
final class QueryConfirmer {

    private final RawOperation operation;
    private final ToolReport report;
    private final Supplied supplied;
    private final Consumer<String> problems;

    QueryConfirmer(RawOperation operation, ToolReport report, Supplied supplied, Consumer<String> problems) {
        this.operation = operation;
        this.report = report;
        this.supplied = supplied;
        this.problems = problems;
    }

    void confirm(ObjectNode arguments, SentTarget target) {
        Set<String> explained = new HashSet<>();
        Set<String> prefixes = new HashSet<>();
        for (RawParameter parameter : operation.parameters()) {
            if (parameter.in().equals("querystring")) {
                return;
            }
            if (!parameter.in().equals("query")) {
                continue;
            }
            explained.add(parameter.name());
            prefixes.add(parameter.name() + "[");
            JsonNode value = report.value(arguments, "query", parameter.name());
            if (value == null || value.isNull()) {
                boolean sent = Constants.isSent(operation, parameter, target.values(parameter.name()));
                if (parameter.required() && !supplied.includes(parameter) && !sent) {
                    problems.accept("missing-required: " + parameter);
                }
                continue;
            }
            if (value.isObject()) {
                object(parameter, value, target, explained);
            } else {
                plain(parameter, value, target);
            }
        }
        SentTarget.parse(operation.path()).query().forEach(pair -> explained.add(pair.name()));
        for (SentTarget.Pair pair : target.query()) {
            if (!explained.contains(pair.name()) && prefixes.stream().noneMatch(pair.name()::startsWith)) {
                problems.accept("undeclared-query: " + pair.name());
            }
        }
    }

    private void plain(RawParameter parameter, JsonNode value, SentTarget target) {
        List<String> sent = new ArrayList<>(target.values(parameter.name()));
        target.query().stream()
                .filter(pair -> pair.name().startsWith(parameter.name() + "["))
                .forEach(pair -> sent.add(pair.value()));
        List<String> expected = parameter.content().isPresent() && value.isContainer()
                ? List.of(value.toString())
                : WireText.repeated(parameter, value);
        boolean nested = value.isArray() && value.valueStream().anyMatch(JsonNode::isContainer);
        boolean right;
        if (value.isContainer() && value.isEmpty()) {
            right = sent.size() <= 1;
        } else {
            // How a list within a list is written, the specification does not say.
            right = nested ? !sent.isEmpty() : sent.equals(expected);
        }
        if (!right) {
            problems.accept("query-value: " + parameter.name() + " (" + parameter.style() + ", explode "
                    + parameter.explode()
                    + parameter.content().map(type -> ", " + type).orElse("") + ") is " + sent
                    + " instead of " + expected);
        }
    }

    private boolean sharesNames(RawParameter parameter) {
        Set<String> names = RawObject.of(operation.api(), parameter.schema()).names();
        return operation.parameters().stream()
                .filter(other -> other.in().equals("query") && !other.name().equals(parameter.name()))
                .anyMatch(other -> RawObject.of(operation.api(), other.schema()).names().stream()
                        .anyMatch(names::contains));
    }

    /** Keys of objects may have been renamed for the arguments, so that names are held against the schema and values by themselves. */
    private void object(RawParameter parameter, JsonNode value, SentTarget target, Set<String> explained) {
        String style = parameter.content().isPresent()
                ? "content"
                : parameter.style().equals("deepObject") ? "deepObject" : parameter.explode() ? "exploded" : "joined";
        List<String> sent = new ArrayList<>();
        switch (style) {
            case "deepObject" ->
                target.query().stream()
                        .filter(pair -> pair.name().startsWith(parameter.name() + "["))
                        .forEach(pair -> sent.add(pair.value()));
            case "exploded" -> {
                Set<String> names = new HashSet<>(
                        RawObject.of(operation.api(), parameter.schema()).names());
                value.propertyNames().forEach(names::add);
                explained.addAll(names);
                target.query().stream()
                        .filter(pair -> names.contains(pair.name()))
                        .forEach(pair -> sent.add(pair.value()));
            }
            default -> {
                if (!value.isEmpty() && target.values(parameter.name()).size() != 1) {
                    problems.accept("query-value: " + parameter.name() + " (object, " + style + ") is " + target.query()
                            + " instead of one value");
                }
                return;
            }
        }
        List<String> expected = WireText.leaves(value);
        boolean right;
        if (style.equals("exploded") && value.valueStream().anyMatch(JsonNode::isContainer)) {
            right = sent.isEmpty() == expected.isEmpty();
        } else {
            // Where several objects have a property of one name, a request has it several times.
            right = sent.stream().sorted().toList().equals(expected)
                    || (style.equals("exploded") && sharesNames(parameter) && sent.containsAll(expected));
        }
        if (!right) {
            problems.accept("query-value: " + parameter.name() + " (object, " + style + ") is " + target.query()
                    + " instead of the values " + expected);
        }
    }
}
