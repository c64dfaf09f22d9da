package dev.mcpcodegen.it.benchmarks.serving;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.servlet.http.HttpServlet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import org.eclipse.jetty.client.ContentResponse;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The same tools on the MCP Java SDK, which runs them in the container's thread. */
final class SdkServlet {

    private SdkServlet() {}

    @SuppressWarnings("resource") // Ends with its process.
    static HttpServlet serving(List<ObjectNode> definitions, VendorClient vendor) {
        HttpServletStatelessServerTransport transport = HttpServletStatelessServerTransport.builder()
                .messageEndpoint("/mcp")
                .build();
        McpServer.sync(transport)
                .serverInfo(ServedTools.INTEGRATION, "1")
                .capabilities(
                        McpSchema.ServerCapabilities.builder().tools(false).build())
                .tools(definitions.stream()
                        .map(definition -> specification(definition, vendor))
                        .toList())
                .validateToolInputs(true)
                .immediateExecution(true)
                .build();
        return transport;
    }

    private static SyncToolSpecification specification(ObjectNode definition, VendorClient vendor) {
        JsonMapper mapper = new JsonMapper();
        String name = definition.path("name").asString();
        McpSchema.Tool tool = mapper.treeToValue(definition, McpSchema.Tool.class);
        BiFunction<McpTransportContext, McpSchema.CallToolRequest, McpSchema.CallToolResult> handler =
                name.equals(ServedTools.FETCH)
                        ? (context, request) -> fetched(request.arguments(), vendor)
                        : (context, request) -> echoed(request.arguments());
        return new SyncToolSpecification(tool, handler);
    }

    private static McpSchema.CallToolResult echoed(Map<String, Object> arguments) {
        return McpSchema.CallToolResult.builder()
                .addTextContent(String.valueOf(arguments.get("text")))
                .build();
    }

    private static McpSchema.CallToolResult fetched(Map<String, Object> arguments, VendorClient vendor) {
        try {
            ContentResponse answer = vendor.request(arguments.get("speed") + "/items/" + arguments.get("id"))
                    .send();
            JsonMapper mapper = VendorClient.JSON;
            ObjectNode item = (ObjectNode) mapper.readTree(answer.getContent());
            return McpSchema.CallToolResult.builder()
                    .addTextContent(item.toString())
                    .structuredContent(mapper.convertValue(item, Map.class))
                    .build();
        } catch (InterruptedException | TimeoutException | ExecutionException e) {
            throw new IllegalStateException("The vendor did not answer", e);
        }
    }
}
