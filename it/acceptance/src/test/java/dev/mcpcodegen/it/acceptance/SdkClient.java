package dev.mcpcodegen.it.acceptance;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Content;
import io.modelcontextprotocol.spec.McpSchema.InitializeResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The MCP Java SDK's client, which speaks the revisions with a handshake, 2025-11-25 at the newest. */
final class SdkClient implements AutoCloseable {

    private final McpSyncClient client;
    private final InitializeResult initialization;

    private SdkClient(McpSyncClient client) {
        this.client = client;
        this.initialization = client.initialize();
    }

    /** Connects and does the handshake. */
    static SdkClient of(Deployment deployment, TestGrant grant) {
        URI url = URI.create(deployment.url(grant));
        HttpClientStreamableHttpTransport.Builder transport = HttpClientStreamableHttpTransport.builder(
                        deployment.serverUrl())
                .endpoint(url.getPath());
        if (grant == TestGrant.HEADER) {
            transport.addHttpRequestCustomizer((builder, method, uri, body, context) ->
                    builder.header("Authorization", "Bearer " + grant.token()));
        }
        return new SdkClient(McpClient.sync(transport.build()).build());
    }

    /** What the server said in the handshake. */
    InitializeResult initialization() {
        return initialization;
    }

    List<Tool> tools() {
        return client.listTools().tools();
    }

    /** Calls a tool with arguments written as JSON. */
    CallToolResult call(String tool, String arguments) {
        Map<String, Object> map = Http.JSON.readValue(arguments, new TypeReference<Map<String, Object>>() {});
        return client.callTool(CallToolRequest.builder(tool).arguments(map).build());
    }

    /** Calls a tool that must succeed; its structured content. */
    JsonNode answer(String tool, String arguments) {
        CallToolResult result = call(tool, arguments);
        if (Boolean.TRUE.equals(result.isError())) {
            throw new AssertionError(tool + " " + arguments + " failed: " + text(result));
        }
        return Http.JSON.valueToTree(result.structuredContent());
    }

    /** Calls a list tool until there is no further page; all pages, each with its items. */
    List<List<JsonNode>> pages(String tool, String arguments) {
        List<List<JsonNode>> pages = new ArrayList<>();
        ObjectNode next = (ObjectNode) Http.JSON.readTree(arguments);
        do {
            JsonNode page = answer(tool, next.toString());
            pages.add(page.path("result").valueStream().toList());
            next.set("next_cursor", page.path("next_cursor"));
        } while (next.path("next_cursor").isString());
        return pages;
    }

    /** The text that a model reads. */
    static String text(CallToolResult result) {
        return result.content().stream().map(SdkClient::text).collect(Collectors.joining("\n"));
    }

    private static String text(Content content) {
        return content instanceof TextContent text ? text.text() : String.valueOf(content);
    }

    @Override
    public void close() {
        client.close();
    }
}
