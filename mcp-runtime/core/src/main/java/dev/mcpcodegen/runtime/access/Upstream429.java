package dev.mcpcodegen.runtime.access;

/** How a caller is told that a vendor's rate limit was reached. */
public enum Upstream429 {
    /** As the result of the call, in an HTTP answer with status 200: what clients of models show to them. */
    TOOL_ERROR,
    /** In an HTTP answer with status 429, for callers that read the status and not the result. */
    HTTP_429
}
