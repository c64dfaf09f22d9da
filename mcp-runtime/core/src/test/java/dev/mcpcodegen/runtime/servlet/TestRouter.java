package dev.mcpcodegen.runtime.servlet;

import dev.mcpcodegen.runtime.tool.Integration;
import java.util.List;

/** What a generated router looks like. */
public final class TestRouter extends McpServlet {

    private static final long serialVersionUID = 1L;

    private final transient List<Integration> integrations;

    TestRouter(List<Integration> integrations) {
        this.integrations = integrations;
    }

    @Override
    protected List<Integration> integrations() {
        return integrations;
    }
}
