package dev.mcpcodegen.it.fuzz;

import dev.mcpcodegen.runtime.McpConfig;
import dev.mcpcodegen.runtime.McpRuntime;
import dev.mcpcodegen.runtime.access.Account;
import dev.mcpcodegen.runtime.access.Capability;
import dev.mcpcodegen.runtime.access.Grant;
import dev.mcpcodegen.runtime.access.Subject;
import dev.mcpcodegen.runtime.protocol.EnvelopeReader;
import dev.mcpcodegen.runtime.protocol.McpAnswer;
import dev.mcpcodegen.runtime.server.Cancellation;
import dev.mcpcodegen.runtime.server.McpClient;
import dev.mcpcodegen.runtime.tool.CallContext;
import dev.mcpcodegen.runtime.tool.Integration;
import dev.mcpcodegen.runtime.tool.LocalTool;
import dev.mcpcodegen.runtime.tool.ToolDescriptor;
import dev.mcpcodegen.runtime.tool.ToolJson;
import dev.mcpcodegen.runtime.tool.ToolResult;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Serves one POST: the first line of the data is the version's header, the second that of the method, the third that of the name, the rest
 * the body. Whatever comes, there is one well-formed answer of a known kind, and none of it is a fault of the server.
 */
public final class JsonRpcTarget {

    private static final Set<Integer> STATUSES = Set.of(200, 202, 400, 404);
    private static final int INTERNAL_ERROR = -32603;

    private static final McpRuntime RUNTIME = McpRuntime.builder(McpConfig.read(name -> null))
            .integrations(List.of(Integration.builder("fuzz")
                    .displayName("Fuzz")
                    .apiVersion("1")
                    .tools(List.of(new Echo()))
                    .build()))
            .grantSources(List.of(caller -> CompletableFuture.completedFuture(Optional.empty())))
            .build();

    private static final Grant GRANT = new Grant(
            "fuzz",
            new Account("tenant", "account", "fuzz", null, false),
            new Subject.Server("fuzz"),
            Capability.ALL,
            null);

    private JsonRpcTarget() {}

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] data) throws Exception {
        String[] parts = new String(data, StandardCharsets.ISO_8859_1).split("\n", 4);
        byte[] body = parts[parts.length - 1].getBytes(StandardCharsets.ISO_8859_1);
        McpAnswer answer = RUNTIME.server()
                .handle(
                        GRANT,
                        new EnvelopeReader().read(body),
                        name -> header(name, parts),
                        new Cancellation(),
                        McpClient.ANY)
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        check(answer);
    }

    private static List<String> header(String name, String[] parts) {
        int index = List.of("MCP-Protocol-Version", "Mcp-Method", "Mcp-Name").indexOf(name);
        boolean isGiven = index >= 0 && index < parts.length - 1 && !parts[index].isEmpty();
        return isGiven ? Arrays.asList(parts[index].split("\r", -1)) : List.of();
    }

    private static void check(McpAnswer answer) {
        require(STATUSES.contains(answer.status()), "status " + answer.status());
        if (answer.body().isEmpty()) {
            return;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        answer.body().forEach(bytes::writeBytes);
        JsonNode json = ToolJson.MAPPER.readTree(bytes.toByteArray());
        for (JsonNode message : json.isArray() ? json : List.of(json)) {
            require(message.path("jsonrpc").asString("").equals("2.0"), "no JSON-RPC: " + message);
            require(message.has("result") != message.has("error"), "neither result nor error: " + message);
            require(message.at("/error/code").asInt(0) != INTERNAL_ERROR, "a fault of ours: " + message);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }

    /** Says what it is told. */
    private static final class Echo implements LocalTool<Echo.Arguments, Object> {

        private static final ObjectNode DEFINITION = (ObjectNode) ToolJson.MAPPER.readTree("""
                {"name": "echo", "description": "Says what it is told.", "inputSchema": {
                  "type": "object", "required": ["text"], "additionalProperties": false, "properties": {
                    "text": {"type": "string", "minLength": 1, "pattern": "^[a-z ]*$"},
                    "count": {"type": "integer", "minimum": 1, "maximum": 3},
                    "when": {"type": "string", "format": "date-time"},
                    "tags": {"type": "array", "items": {"enum": ["a", "b"]}, "uniqueItems": true},
                    "more": {"type": "object", "properties": {"deep": {"type": ["number", "null"]}}}}}}
                """);

        @Override
        public ToolDescriptor descriptor() {
            return ToolDescriptor.builder("echo").definition(DEFINITION).build();
        }

        @Override
        public CompletionStage<ToolResult> call(Arguments arguments, CallContext context) {
            return CompletableFuture.completedFuture(ToolResult.text(arguments.toString()));
        }

        record Arguments(
                String text,
                @Nullable Long count,
                @Nullable String when,
                @Nullable List<String> tags,
                @Nullable ObjectNode more) {}
    }
}
