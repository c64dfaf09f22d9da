package dev.mcpcodegen.codegen;

import dev.mcpcodegen.codegen.derive.DerivationOptions;
import dev.mcpcodegen.codegen.emit.EmitOptions;
import dev.mcpcodegen.codegen.output.ProjectLayout;
import dev.mcpcodegen.codegen.schema.SchemaOptions;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What to generate, from where, to where.
 *
 * @param pluginVersion which generator this is
 * @param specsDirectory holds a folder for each integration
 * @param includes names of the integrations to generate; empty for all
 * @param excludes names of integrations to leave out
 */
public record CodegenRequest(
        String pluginVersion,
        Path specsDirectory,
        Set<String> includes,
        Set<String> excludes,
        DerivationOptions derivation,
        SchemaOptions schemas,
        EmitOptions emission,
        ProjectLayout layout) {

    /** Everything but files that decides what comes out and where, by name. */
    Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("includes", String.join(",", includes.stream().sorted().toList()));
        settings.put("excludes", String.join(",", excludes.stream().sorted().toList()));
        settings.put("derivation", derivation.toString());
        settings.put("schemas", schemas.toString());
        settings.put("emission", emission.toString());
        settings.put("specs", layout.displayOf(specsDirectory));
        settings.put("sources", layout.displayOf(layout.sources()));
        settings.put("resources", layout.displayOf(layout.resources()));
        settings.put("reports", layout.displayOf(layout.reports()));
        return settings;
    }
}
