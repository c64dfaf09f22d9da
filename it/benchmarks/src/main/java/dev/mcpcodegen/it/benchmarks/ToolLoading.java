package dev.mcpcodegen.it.benchmarks;

import dev.mcpcodegen.runtime.access.Account;
import dev.mcpcodegen.runtime.access.Capability;
import dev.mcpcodegen.runtime.access.Grant;
import dev.mcpcodegen.runtime.access.Subject;
import dev.mcpcodegen.runtime.catalog.ToolCatalog;
import dev.mcpcodegen.runtime.catalog.ToolView;
import dev.mcpcodegen.runtime.protocol.McpAnswer;
import dev.mcpcodegen.runtime.protocol.ResultWriter;
import dev.mcpcodegen.runtime.protocol.Revision;
import dev.mcpcodegen.runtime.protocol.ServerInfo;
import dev.mcpcodegen.runtime.tool.Integration;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Loads compiled tools as a deployment does and renders the list of all of them. Arguments: the class that names the tools, the file to
 * write the outcome to.
 */
public final class ToolLoading {

    private ToolLoading() {}

    public static void main(String[] arguments) throws ReflectiveOperationException, IOException {
        Integration integration = (Integration)
                Class.forName(arguments[0]).getMethod("integration").invoke(null);
        ToolCatalog catalog = ToolCatalog.load(List.of(integration), Map.of(), Integer.MAX_VALUE);
        Account account = new Account("tenant", "account", integration.name(), null, false);
        ToolView view = catalog.view(new Grant("grant", account, new Subject.Server("server"), Capability.ALL, null))
                .orElseThrow();
        ResultWriter results =
                new ResultWriter(new ServerInfo(integration.name(), integration.displayName(), "1", null));
        long bytes = view.list(Revision.R2026_07_28, null, results)
                .map(list -> McpAnswer.result("1", list).length())
                .orElseThrow();
        System.gc();
        long live = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        Files.writeString(
                Path.of(arguments[1]),
                String.format(
                        Locale.ROOT, "%d tools, %.2f MB; %.0f MB of heap live", view.size(), bytes / 1e6, live / 1e6));
    }
}
