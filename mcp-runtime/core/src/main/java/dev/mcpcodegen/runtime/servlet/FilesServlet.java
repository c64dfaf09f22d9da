package dev.mcpcodegen.runtime.servlet;

import dev.mcpcodegen.runtime.McpRuntime;
import dev.mcpcodegen.runtime.tool.ToolError;
import dev.mcpcodegen.runtime.tool.ToolResult;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Collections;
import java.util.List;

/**
 * Takes and gives files under links that tools have handed out: {@code PUT} sends one to a vendor, {@code GET} fetches one. The link is the
 * only credential there is, so nothing is ever told about one that is not good.
 */
final class FilesServlet extends HttpServlet {

    static final List<String> PATTERNS = List.of("/files/*");

    /** Where requests go whose answer failed half way: containers log that path, so it is not the link itself. */
    static final String BROKEN_OFF = "/files/";

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient McpRuntime runtime;
    private final transient OriginRules origins;

    FilesServlet(McpRuntime runtime) {
        this.runtime = runtime;
        this.origins = OriginRules.of(runtime.config());
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            // The only way that all containers have to break a connection off: an answer under way that fails.
            throw new BrokenOffException();
        }
        ResponseHeaders.protect(response);
        // Whatever a vendor calls a file: nothing of it runs on this server's origin.
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        String method = request.getMethod();
        if (!origins.permits(Collections.list(request.getHeaders("Origin")))) {
            refuse(response, ToolError.Kind.FORBIDDEN, "This origin is not allowed. Add it to MCP_ALLOWED_ORIGINS.");
        } else if (!method.equals("GET") && !method.equals("PUT")) {
            response.setHeader("Allow", "GET, PUT");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (!runtime.requests().enter()) {
            refuse(response, ToolError.Kind.OVERLOADED, "This server is busy. Try again in a few seconds.");
        } else {
            new FileExchange(runtime, request, response).start();
        }
    }

    private void refuse(HttpServletResponse response, ToolError.Kind kind, String message) throws IOException {
        ToolResult result = ToolResult.failure(ToolError.gateway(kind), message);
        FileAnswer.writeHead(result, response);
        response.getOutputStream().write(runtime.files().write(result));
    }

    /** Without a trace: it tells of no fault of this server's, and is told to the container only. */
    private static final class BrokenOffException extends ServletException {

        @Serial
        private static final long serialVersionUID = 1L;

        BrokenOffException() {
            super("A file broke off on its way; so was the connection to its client");
        }

        @Override
        public Throwable fillInStackTrace() {
            return this;
        }
    }
}
