package dev.mcpcodegen.runtime.access;

import dev.mcpcodegen.runtime.tool.ToolDescriptor;
import dev.mcpcodegen.runtime.tool.UpstreamRequest;
import dev.mcpcodegen.runtime.tool.UpstreamTool;
import tools.jackson.databind.JsonNode;

/** A tool of which only method and tags matter. */
record TestTool(ToolDescriptor descriptor) implements UpstreamTool<JsonNode, JsonNode> {

    static TestTool of(String method, String... tags) {
        return new TestTool(ToolDescriptor.builder("tool_" + method)
                .method(method)
                .tags(tags)
                .definition("unused.json")
                .build());
    }

    @Override
    public UpstreamRequest toRequest(JsonNode arguments) {
        throw new UnsupportedOperationException();
    }
}
