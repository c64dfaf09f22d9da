package dev.mcpcodegen.it.benchmarks.serving;

import java.nio.charset.StandardCharsets;

/** What is asked, as the bytes of a whole HTTP request. */
enum Scenario {
    LIST("tools/list, 100 tools", "tools/list", "", false),
    LIST_GZIP("tools/list, 100 tools, gzip", "tools/list", "", true),
    READ("tools/call echo, a read", "tools/call", ServedTools.READ, false),
    WRITE("tools/call echo, a write", "tools/call", ServedTools.WRITE, false),
    PROXIED("tools/call proxied, 1 KB", "tools/call", ServedTools.FETCH, false);

    /** The secret of the one grant. */
    static final String TOKEN = "token-of-the-benchmark-0123456789";

    private static final String ECHO_ARGUMENTS =
            "{\"text\":\"The quick brown fox jumps over the lazy dog\",\"count\":3,"
                    + "\"ratio\":0.25,\"active\":true,\"kind\":\"company\",\"tags\":[\"north\",\"2026\",\"renewal\"],"
                    + "\"note\":\"To be called back before Friday, better in the morning.\","
                    + "\"owner\":{\"id\":\"u-4711\",\"name\":\"Ada Lovelace\"}}";

    private final String label;
    private final String method;
    private final String tool;
    private final boolean takesGzip;

    Scenario(String label, String method, String tool, boolean takesGzip) {
        this.label = label;
        this.method = method;
        this.tool = tool;
        this.takesGzip = takesGzip;
    }

    String label() {
        return label;
    }

    boolean takesGzip() {
        return takesGzip;
    }

    /** As clients of 2025-11-25 ask. */
    byte[] legacy(String path) {
        return request(path, "MCP-Protocol-Version: 2025-11-25\r\n", params("fast", ""));
    }

    /** As clients of 2026-07-28 ask. */
    byte[] modern(String path) {
        String meta = "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                + "\"io.modelcontextprotocol/clientInfo\":{\"name\":\"benchmark\",\"version\":\"1\"},"
                + "\"io.modelcontextprotocol/clientCapabilities\":{}}";
        String name = tool.isEmpty() ? "" : "Mcp-Name: " + tool + "\r\n";
        return request(
                path,
                "MCP-Protocol-Version: 2026-07-28\r\nMcp-Method: " + method + "\r\n" + name,
                params("fast", meta));
    }

    /** A call that the vendor answers after a while. */
    static byte[] slowCall() {
        return PROXIED.request("/mcp", "MCP-Protocol-Version: 2025-11-25\r\n", PROXIED.params("slow", ""));
    }

    /** What comes after the head. */
    byte[] body() {
        return body(params("fast", "")).getBytes(StandardCharsets.US_ASCII);
    }

    private String body(String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":4711,\"method\":\"" + method + "\",\"params\":" + params + "}";
    }

    private String params(String speed, String meta) {
        String arguments = this == PROXIED ? "{\"speed\":\"" + speed + "\",\"id\":\"4711\"}" : ECHO_ARGUMENTS;
        String call = tool.isEmpty() ? "" : "\"name\":\"" + tool + "\",\"arguments\":" + arguments;
        return "{" + call + (call.isEmpty() || meta.isEmpty() ? "" : ",") + meta + "}";
    }

    private byte[] request(String path, String headers, String params) {
        String body = body(params);
        String head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                + "Accept: application/json, text/event-stream\r\nAuthorization: Bearer " + TOKEN + "\r\n" + headers
                + (takesGzip ? "Accept-Encoding: gzip\r\n" : "") + "Content-Length: " + body.length() + "\r\n\r\n";
        return (head + body).getBytes(StandardCharsets.US_ASCII);
    }
}
