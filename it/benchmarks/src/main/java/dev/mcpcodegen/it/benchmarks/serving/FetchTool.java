package dev.mcpcodegen.it.benchmarks.serving;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.mcpcodegen.runtime.tool.ToolDescriptor;
import dev.mcpcodegen.runtime.tool.UpstreamRequest;
import dev.mcpcodegen.runtime.tool.UpstreamTool;
import java.util.Map;

/** Fetches an item from the vendor. */
final class FetchTool implements UpstreamTool<FetchTool.Arguments, Map<String, Object>> {

    private final ToolDescriptor descriptor;

    FetchTool(ToolDescriptor descriptor) {
        this.descriptor = descriptor;
    }

    @Override
    public ToolDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public UpstreamRequest toRequest(Arguments arguments) {
        return UpstreamRequest.get("/{speed}/items/{id}")
                .path("speed", arguments.speed())
                .path("id", arguments.id())
                .build();
    }

    /** How fast the vendor shall be, and which item. */
    record Arguments(
            @JsonProperty("speed") String speed,
            @JsonProperty("id") String id) {}
}
