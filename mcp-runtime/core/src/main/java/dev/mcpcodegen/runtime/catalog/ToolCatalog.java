package dev.mcpcodegen.runtime.catalog;

import dev.mcpcodegen.runtime.access.Grant;
import dev.mcpcodegen.runtime.tool.Integration;
import dev.mcpcodegen.runtime.tool.LocalTool;
import dev.mcpcodegen.runtime.tool.Tool;
import dev.mcpcodegen.runtime.tool.ToolInterceptor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every tool of a deployment, by integration. Immutable but for a bounded cache of views; thread-safe. */
public final class ToolCatalog {

    private final Map<String, IntegrationTools> integrations;
    private final ViewCache views;

    private ToolCatalog(Map<String, IntegrationTools> integrations, int pageSize) {
        this.integrations = integrations;
        this.views = new ViewCache(pageSize);
    }

    /** Loads tools that are shown as they describe themselves. */
    public static ToolCatalog load(
            List<Integration> integrations, Map<String, List<LocalTool<?, ?>>> extras, int pageSize) {
        return load(integrations, extras, List.of(), pageSize);
    }

    /**
     * Loads and checks every definition.
     *
     * @param extras hand-written tools, by the name of the integration that they join
     * @param interceptors what may change how tools are described
     * @param pageSize how many tools are listed at a time
     * @throws CatalogException if anything is wrong; the message names all of it
     */
    public static ToolCatalog load(
            List<Integration> integrations,
            Map<String, List<LocalTool<?, ?>>> extras,
            List<ToolInterceptor> interceptors,
            int pageSize) {
        List<String> problems = new ArrayList<>();
        DefinitionLoader loader = new DefinitionLoader(interceptors, problems);
        Map<String, IntegrationTools> loaded = new LinkedHashMap<>();
        for (Integration integration : integrations) {
            List<Tool<?, ?>> tools = new ArrayList<>(integration.tools());
            tools.addAll(extras.getOrDefault(integration.name(), List.of()));
            IntegrationTools previous = loaded.put(integration.name(), load(integration, tools, loader, problems));
            if (previous != null) {
                problems.add("Two integrations are named " + integration.name() + ". Give one of them another name.");
            }
        }
        extras.keySet().stream()
                .filter(name -> !loaded.containsKey(name))
                .forEach(name -> problems.add("Tools were added to " + name + ", but there is no such integration."));
        if (!problems.isEmpty()) {
            throw new CatalogException(problems);
        }
        return new ToolCatalog(loaded, pageSize);
    }

    /** The integration of a grant's account; empty when it is not part of this deployment. */
    public Optional<Integration> integration(Grant grant) {
        return Optional.ofNullable(integrations.get(grant.account().integration()))
                .map(IntegrationTools::integration);
    }

    /** What a grant sees; empty when its integration is not part of this deployment. */
    public Optional<ToolView> view(Grant grant) {
        return Optional.ofNullable(integrations.get(grant.account().integration()))
                .map(tools -> views.get(tools, grant.capability()));
    }

    /** Finds a tool of an integration, whoever may see it. */
    public Optional<CatalogTool<?>> tool(String integration, String name) {
        return Optional.ofNullable(integrations.get(integration))
                .flatMap(tools -> tools.tools().stream()
                        .filter(tool -> tool.descriptor().name().equals(name))
                        .findFirst());
    }

    /** Every tool of all integrations. */
    public Stream<CatalogTool<?>> tools() {
        return integrations.values().stream().flatMap(integration -> integration.tools().stream());
    }

    /** The names of all integrations, in the order in which they were given. */
    public List<String> integrationNames() {
        return List.copyOf(integrations.keySet());
    }

    /** The number of tools over all integrations. */
    public int size() {
        return integrations.values().stream()
                .mapToInt(integration -> integration.tools().size())
                .sum();
    }

    private static IntegrationTools load(
            Integration integration, List<Tool<?, ?>> tools, DefinitionLoader loader, List<String> problems) {
        Map<String, CatalogTool<?>> byName = new LinkedHashMap<>();
        for (Tool<?, ?> tool : tools) {
            loader.load(integration, tool).ifPresent(loaded -> {
                if (byName.put(loaded.descriptor().name(), loaded) != null) {
                    problems.add("Two tools of " + integration.name() + " are named "
                            + loaded.descriptor().name() + ".");
                }
            });
        }
        return new IntegrationTools(integration, List.copyOf(byName.values()));
    }

    /** An integration with its loaded tools, in the order in which they are listed. */
    record IntegrationTools(Integration integration, List<CatalogTool<?>> tools) {}
}
