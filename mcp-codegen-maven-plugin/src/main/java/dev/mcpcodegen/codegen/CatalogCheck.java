package dev.mcpcodegen.codegen;

import dev.mcpcodegen.codegen.CatalogReader.ReadIntegration;
import dev.mcpcodegen.codegen.derive.JavaNames;
import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.diagnostic.Severity;
import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.ToolCatalog;
import dev.mcpcodegen.codegen.model.ToolModel;
import dev.mcpcodegen.codegen.model.ToolOrigin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds what is sound in each integration but not in all together: one servlet serves them, and one disk holds their files. */
final class CatalogCheck {

    private CatalogCheck() {}

    /** Returns the integrations that can be served together; one that cannot stand beside those before it is told and left out. */
    static ToolCatalog sound(List<ReadIntegration> read, Diagnostics diagnostics) {
        Map<String, IntegrationModel> packages = new HashMap<>();
        Map<String, IntegrationModel> owners = new HashMap<>();
        List<IntegrationModel> sound = new ArrayList<>();
        Map<String, ToolOrigin> origins = new HashMap<>();
        for (ReadIntegration candidate : read) {
            IntegrationModel integration = candidate.model();
            int errors = diagnostics.count(Severity.ERROR);
            IntegrationModel first = packages.putIfAbsent(JavaNames.packageSegment(integration.name()), integration);
            if (first != null) {
                diagnostics
                        .at(SourceLocation.of(integration.specFile()))
                        .error(
                                "This integration and " + first.specFile() + " have one Java package.",
                                "Rename one of the folders.");
            }
            for (ToolModel tool : integration.tools()) {
                IntegrationModel owner = owners.putIfAbsent(tool.name(), integration);
                if (owner != null && !owner.name().equals(integration.name()) && first == null) {
                    diagnostics
                            .at(SourceLocation.of(integration.specFile()))
                            .error(
                                    "The tool \"" + tool.name() + "\" of " + tool.operation() + " is one of "
                                            + owner.specFile() + ", too.",
                                    "Rename a folder, or give one of them an `x-mcp.name` in the overlay.");
                }
            }
            if (diagnostics.count(Severity.ERROR) == errors) {
                sound.add(integration);
                origins.putAll(candidate.origins());
            }
        }
        return new ToolCatalog(List.copyOf(sound), Map.copyOf(origins));
    }
}
