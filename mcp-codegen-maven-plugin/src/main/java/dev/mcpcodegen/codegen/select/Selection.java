package dev.mcpcodegen.codegen.select;

import dev.mcpcodegen.codegen.diagnostic.DiagnosticScope;
import dev.mcpcodegen.codegen.model.ApiDescription;
import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.IntegrationModel.NotATool;
import dev.mcpcodegen.codegen.model.IntegrationModel.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a project includes and excludes. An operation is wanted if any selector of operations in {@code includes} that speaks of its
 * integration matches it, or there is none; and none in {@code excludes} does. Remembers which selectors matched, so one instance serves
 * one run.
 */
public final class Selection {

    private final List<Selector> includes;
    private final List<Selector> excludes;
    private final DiagnosticScope problems;
    private final Set<Selector> used = new HashSet<>();

    /** Reads the entries; one that is no selector is an error. */
    public Selection(Collection<String> includes, Collection<String> excludes, DiagnosticScope problems) {
        this.problems = problems;
        this.includes = parse("includes", includes);
        this.excludes = parse("excludes", excludes);
    }

    /** The wanted ones among the integrations that there are; a name that is none of them is an error. */
    public List<String> integrations(List<String> names) {
        Stream.concat(named(includes), named(excludes))
                .distinct()
                .filter(name -> !names.isEmpty() && !names.contains(name))
                .sorted()
                .forEach(name -> problems.error(
                        "`includes` or `excludes` names \"" + name + "\", which has no folder here.",
                        "Correct the configuration; the folders are " + String.join(", ", names) + "."));
        List<String> only = named(includes).toList();
        List<String> never = named(excludes).toList();
        return names.stream()
                .filter(name -> only.isEmpty() || only.contains(name))
                .filter(name -> !never.contains(name))
                .toList();
    }

    /** The operations that are not wanted, each with the reason. */
    public List<NotATool> unwanted(ApiDescription api) {
        List<Selector.Operations> only = operations(includes, api.integration());
        List<Selector.Operations> never = operations(excludes, api.integration());
        List<NotATool> unwanted = new ArrayList<>();
        for (ApiOperation operation : api.operations()) {
            Optional<Selector.Operations> excluding = first(never, operation);
            if (!only.isEmpty() && first(only, operation).isEmpty()) {
                unwanted.add(excluded(operation, "not in includes"));
            } else if (excluding.isPresent()) {
                unwanted.add(
                        excluded(operation, "excludes has " + excluding.get().text()));
            }
        }
        return List.copyOf(unwanted);
    }

    /** After all integrations: tells selectors that no operation matched, for they are probably misspelt. */
    public void reportUnused() {
        Stream.concat(includes.stream(), excludes.stream())
                .filter(Selector.Operations.class::isInstance)
                .filter(selector -> !used.contains(selector))
                .forEach(selector -> problems.warning(
                        "`includes` or `excludes` has \"" + selector.text() + "\", which matches no operation.",
                        "Correct or remove it; `describe` lists the operations."));
    }

    private static NotATool excluded(ApiOperation operation, String detail) {
        return new NotATool(operation.line(), operation.pointer(), Reason.EXCLUDED, detail);
    }

    /** All that match count as used. */
    private Optional<Selector.Operations> first(List<Selector.Operations> selectors, ApiOperation operation) {
        List<Selector.Operations> matching = selectors.stream()
                .filter(selector -> selector.criterion().matches(operation))
                .toList();
        used.addAll(matching);
        return matching.stream().findFirst();
    }

    private static List<Selector.Operations> operations(List<Selector> selectors, String integration) {
        return selectors.stream()
                .map(selector -> selector instanceof Selector.Operations operations ? operations : null)
                .filter(Objects::nonNull)
                .filter(selector -> selector.speaksOf(integration))
                .toList();
    }

    private static Stream<String> named(List<Selector> selectors) {
        return selectors.stream().filter(Selector.Integration.class::isInstance).map(Selector::text);
    }

    private List<Selector> parse(String parameter, Collection<String> entries) {
        List<Selector> selectors = new ArrayList<>();
        for (String entry : entries.stream().sorted().toList()) {
            Optional<Selector> selector = Selector.parse(entry);
            selector.ifPresent(selectors::add);
            if (selector.isEmpty()) {
                problems.error(
                        "`" + parameter + "` has \"" + entry + "\", which selects nothing.",
                        "Name an integration, tag:<tag>, operation:<operationId>, or METHOD /path.");
            }
        }
        return List.copyOf(selectors);
    }
}
