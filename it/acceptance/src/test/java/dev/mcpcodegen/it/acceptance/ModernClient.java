package dev.mcpcodegen.it.acceptance;

import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A client of MCP 2026-07-28 over Streamable HTTP: every request stands for itself. */
final class ModernClient {

    private static final String REVISION = "2026-07-28";
    private static final String META = "io.modelcontextprotocol/";

    private final String url;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();

    ModernClient(String url) {
        this.url = url;
    }

    static ModernClient of(Deployment deployment, TestGrant grant) {
        ModernClient client = new ModernClient(deployment.url(grant));
        return grant == TestGrant.HEADER ? client.with("Authorization", "Bearer " + grant.token()) : client;
    }

    /** Sends a header with everything from now on. */
    ModernClient with(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Lists the tools; the result of the request. */
    JsonNode listTools() {
        return result(send("tools/list", "{}", null));
    }

    /** Asks what the server is; the result of the request. */
    JsonNode discover() {
        return result(send("server/discover", "{}", null));
    }

    /** Calls a tool; the whole answer, because it may be an error. */
    Http.Answer call(String tool, String arguments) {
        ObjectNode params = Http.JSON.createObjectNode().put("name", tool);
        params.set("arguments", Http.JSON.readTree(arguments));
        return send("tools/call", params.toString(), tool);
    }

    /** Sends a request with the headers and the {@code _meta} that the revision asks for. */
    private Http.Answer send(String method, String params, @Nullable String name) {
        ObjectNode message = Http.JSON.createObjectNode().put("jsonrpc", "2.0").put("id", ids.incrementAndGet());
        ObjectNode withMeta = (ObjectNode) Http.JSON.readTree(params);
        ObjectNode meta = withMeta.putObject("_meta").put(META + "protocolVersion", REVISION);
        meta.putObject(META + "clientCapabilities");
        meta.putObject(META + "clientInfo").put("name", "acceptance").put("version", "1");
        message.put("method", method).set("params", withMeta);

        HttpRequest.Builder request = Http.request(url)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("MCP-Protocol-Version", REVISION)
                .header("Mcp-Method", method)
                .POST(HttpRequest.BodyPublishers.ofString(message.toString()));
        if (name != null) {
            request.header("Mcp-Name", name);
        }
        headers.forEach(request::header);
        return Http.send(request.build());
    }

    private static JsonNode result(Http.Answer answer) {
        JsonNode result = answer.json().get("result");
        if (answer.status() != 200 || result == null) {
            throw new AssertionError("No result, but " + answer.status() + " " + answer.body());
        }
        return result;
    }
}
