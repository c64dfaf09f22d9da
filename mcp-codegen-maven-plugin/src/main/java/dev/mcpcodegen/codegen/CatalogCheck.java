package dev.mcpcodegen.codegen;

import dev.mcpcodegen.codegen.derive.JavaNames;
import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import dev.mcpcodegen.codegen.model.IntegrationModel;
import dev.mcpcodegen.codegen.model.ToolCatalog;
import dev.mcpcodegen.codegen.model.ToolModel;
import java.util.HashMap;
import java.util.Map;

/** Finds what is sound in each integration but not in all together: one servlet serves them, and one disk holds their files. */
final class CatalogCheck {

    private CatalogCheck() {}

    static void check(ToolCatalog catalog, Diagnostics diagnostics) {
        Map<String, IntegrationModel> packages = new HashMap<>();
        Map<String, IntegrationModel> owners = new HashMap<>();
        for (IntegrationModel integration : catalog.integrations()) {
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
        }
    }
}
