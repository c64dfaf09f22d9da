package dev.mcpcodegen.codegen;

import dev.mcpcodegen.codegen.derive.DerivationOptions;
import dev.mcpcodegen.codegen.emit.EmitOptions;
import dev.mcpcodegen.codegen.output.ProjectLayout;
import dev.mcpcodegen.codegen.schema.SchemaOptions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What to generate, from where, to where.
 *
 * @param pluginVersion which generator this is
 * @param specs where specifications and locks are
 * @param includes what to generate, see the parameter of that name; empty for all
 * @param excludes what to leave out
 * @param lock what the lock means
 * @param failOn what makes the run fail
 * @param allowedRefHosts hosts from which a specification may fetch what it refers to; none by default
 */
public record CodegenRequest(
        String pluginVersion,
        SpecInput specs,
        Set<String> includes,
        Set<String> excludes,
        LockMode lock,
        FailOn failOn,
        Set<String> allowedRefHosts,
        DerivationOptions derivation,
        SchemaOptions schemas,
        EmitOptions emission,
        ProjectLayout layout) {

    /** The same with other specifications, whose tools are named by the rules alone. */
    CodegenRequest unlocked(SpecInput otherSpecs) {
        return new CodegenRequest(
                pluginVersion,
                otherSpecs,
                includes,
                excludes,
                LockMode.OFF,
                failOn,
                allowedRefHosts,
                derivation,
                schemas,
                emission,
                layout);
    }

    /** Everything but files that decides what comes out and where, by name. */
    Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("includes", String.join(",", includes.stream().sorted().toList()));
        settings.put("excludes", String.join(",", excludes.stream().sorted().toList()));
        settings.put("lock", lock.toString());
        settings.put("failOn", failOn.toString());
        settings.put(
                "allowedRefHosts",
                String.join(",", allowedRefHosts.stream().sorted().toList()));
        // One by one: the text of a record is put together by generated code, which costs a cold start more than all
        // the rest.
        settings.put("requireDocs", derivation.requireDocs().name());
        settings.put("includeDeprecated", String.valueOf(derivation.includeDeprecated()));
        settings.put("naming", derivation.naming().name());
        settings.put("profile", schemas.profile().name());
        settings.put("outputs", schemas.outputs().name());
        settings.put("basePackage", emission.basePackage());
        settings.put("router", String.valueOf(emission.router()));
        settings.put("urlPatterns", String.join(",", emission.urlPatterns()));
        settings.put("routerName", emission.routerName());
        settings.put("results", emission.results().name());
        settings.put(
                "typeMappings",
                String.valueOf(new TreeMap<>(emission.typeMappings().classes())));
        List<String> roots = specs.roots().stream()
                .map(root -> root.display() + "=" + layout.displayOf(root.path()))
                .toList();
        settings.put("specs", String.join("\n", roots));
        settings.put("sources", layout.displayOf(layout.sources()));
        settings.put("resources", layout.displayOf(layout.resources()));
        settings.put("reports", layout.displayOf(layout.reports()));
        return settings;
    }
}
