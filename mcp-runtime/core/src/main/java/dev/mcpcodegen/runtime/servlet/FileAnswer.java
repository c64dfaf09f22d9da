package dev.mcpcodegen.runtime.servlet;

import dev.mcpcodegen.runtime.files.FileHead;
import dev.mcpcodegen.runtime.files.FileName;
import dev.mcpcodegen.runtime.tool.ToolError;
import dev.mcpcodegen.runtime.tool.ToolResult;
import jakarta.servlet.http.HttpServletResponse;

/** The heads of answers to those who come with a link to a file. */
final class FileAnswer {

    private FileAnswer() {}

    /** Writes the head of a file. */
    static void writeHead(FileHead head, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType(head.mediaType());
        String name = head.filename();
        response.setHeader("Content-Disposition", FileName.attachment(name == null ? "download" : name));
        if (head.encoding() != null) {
            response.setHeader("Content-Encoding", head.encoding());
        }
        if (head.length() >= 0) {
            response.setContentLengthLong(head.length());
        }
    }

    /** Writes the head of a result: to programs that know nothing of MCP, the status tells whether it is a failure. */
    static void writeHead(ToolResult result, HttpServletResponse response) {
        ToolError error = result.error();
        response.setStatus(error == null ? HttpServletResponse.SC_OK : status(error.kind()));
        if (error != null && error.retryAfterSeconds() != null) {
            response.setHeader("Retry-After", error.retryAfterSeconds().toString());
        }
        response.setContentType("application/json");
    }

    /** No 401: the credential that a vendor refuses is not the client's. */
    private static int status(ToolError.Kind kind) {
        return switch (kind) {
            case INVALID_ARGUMENTS -> 400;
            case UNAUTHORIZED, FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case TOO_LARGE -> 413;
            case VALIDATION -> 422;
            case RATE_LIMITED -> 429;
            case INTERNAL, MISCONFIGURED -> 500;
            case BAD_RESPONSE -> 502;
            case UNAVAILABLE, OVERLOADED, CANCELLED -> 503;
            case TIMEOUT -> 504;
        };
    }
}
