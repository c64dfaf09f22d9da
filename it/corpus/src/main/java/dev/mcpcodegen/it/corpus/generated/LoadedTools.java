package dev.mcpcodegen.it.corpus.generated;

import dev.mcpcodegen.runtime.catalog.ToolCatalog;
import dev.mcpcodegen.runtime.servlet.McpServlet;
import dev.mcpcodegen.runtime.tool.Integration;
import dev.mcpcodegen.runtime.tool.Tool;
import dev.mcpcodegen.runtime.tool.ToolDefinition;
import dev.mcpcodegen.runtime.tool.ToolJson;
import dev.mcpcodegen.runtime.tool.UpstreamTool;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The generated tools, loaded as a deployment loads them.
 *
 * @param integration the one integration
 * @param tools in listing order
 */
public record LoadedTools(Integration integration, List<LoadedTool> tools) {

    /**
     * A tool with what clients are shown of it.
     *
     * @param definition the JSON of {@code tools/list}
     */
    public record LoadedTool(UpstreamTool<?, ?> tool, ObjectNode definition) {

        public String name() {
            return tool.descriptor().name();
        }

        public ObjectNode inputSchema() {
            return (ObjectNode) definition.path("inputSchema");
        }
    }

    /**
     * Loads the router that the service file names, and every tool behind it.
     *
     * @throws RuntimeException if a class or a definition does not load
     */
    public static LoadedTools load(Workspace workspace) throws IOException, ReflectiveOperationException {
        // Stays open: classes are loaded as calls need them, and the process ends with the document.
        URLClassLoader loader = new URLClassLoader(
                new URL[] {
                    workspace.classes().toUri().toURL(),
                    workspace.resources().toUri().toURL()
                },
                LoadedTools.class.getClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
        McpServlet router = ServiceLoader.load(McpServlet.class, loader)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no router is generated"));
        Method integrations = router.getClass().getDeclaredMethod("integrations");
        integrations.setAccessible(true);
        List<?> all = (List<?>) integrations.invoke(router);
        if (all.size() != 1) {
            throw new IllegalStateException(all.size() + " integrations are generated");
        }
        Integration integration = (Integration) all.get(0);
        ToolCatalog.load(List.of(integration), Map.of(), Integer.MAX_VALUE);
        List<LoadedTool> tools = new ArrayList<>();
        for (Tool<?, ?> tool : integration.tools()) {
            tools.add(new LoadedTool((UpstreamTool<?, ?>) tool, definition(tool, loader)));
        }
        return new LoadedTools(integration, List.copyOf(tools));
    }

    /** Bytes of a list of all tools, without output schemas. */
    public long listBytes() {
        long bytes = "{\"tools\":[]}".length() + Math.max(0L, tools.size() - 1L);
        for (LoadedTool tool : tools) {
            ObjectNode listed = ToolJson.MAPPER.createObjectNode();
            for (String member : List.of("name", "title", "description", "inputSchema", "annotations")) {
                JsonNode value = tool.definition().get(member);
                if (value != null) {
                    listed.set(member, value);
                }
            }
            bytes += listed.toString().getBytes(StandardCharsets.UTF_8).length;
        }
        return bytes;
    }

    private static ObjectNode definition(Tool<?, ?> tool, ClassLoader loader) throws IOException {
        ToolDefinition definition = tool.descriptor().definition();
        if (definition instanceof ToolDefinition.Inline inline) {
            return inline.tool();
        }
        String path = ToolDefinition.ROOT + ((ToolDefinition.Resource) definition).path();
        try (InputStream json = loader.getResourceAsStream(path)) {
            if (json == null) {
                throw new IllegalStateException(path + " is missing");
            }
            return (ObjectNode) ToolJson.MAPPER.readTree(json);
        }
    }
}
