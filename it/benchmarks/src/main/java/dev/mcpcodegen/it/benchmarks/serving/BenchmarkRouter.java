package dev.mcpcodegen.it.benchmarks.serving;

import dev.mcpcodegen.runtime.servlet.McpServlet;
import dev.mcpcodegen.runtime.tool.Integration;
import java.io.Serial;
import java.util.List;

/** Our own way to serve the tools; found by the runtime as generated routers are. */
public final class BenchmarkRouter extends McpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    protected List<Integration> integrations() {
        return List.of(ServedTools.integration(ServerProcess.toolCount()));
    }
}
