package dev.mcpcodegen.runtime.servlet;

import dev.mcpcodegen.runtime.McpRuntime;
import dev.mcpcodegen.runtime.protocol.McpAnswer;
import dev.mcpcodegen.runtime.tool.Integration;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Serves MCP over Streamable HTTP. Generated routers extend it and say which integrations they bring; {@link McpServletInitializer} finds
 * and registers them. Where no container runs that, register the router by hand for {@code /mcp} and {@code /mcp/*}, with asynchronous
 * processing supported: it then builds a runtime of its own integrations.
 */
public abstract class McpServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    private transient @Nullable McpRuntime runtime;
    private transient @Nullable RequestGate gate;
    private transient boolean ownsRuntime;

    /** The integrations whose tools this router brings. */
    protected abstract List<Integration> integrations();

    /** Where the router is served. */
    public List<String> urlPatterns() {
        return List.of("/mcp", "/mcp/*");
    }

    @Override
    public void init() throws ServletException {
        McpRuntime shared = DeploymentRuntime.find(getServletContext());
        ownsRuntime = shared == null;
        McpRuntime found = shared == null ? DeploymentRuntime.start(getServletContext(), integrations()) : shared;
        runtime = found;
        gate = new RequestGate(OriginRules.of(found.config()), found.config().maxRequestBytes());
    }

    @Override
    public void destroy() {
        if (ownsRuntime && runtime != null) {
            runtime.close();
        }
    }

    /** Checks what the head of the request tells, finds out who is calling, reads the body, answers: the first failing step answers. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (runtime == null || gate == null) {
            throw new IllegalStateException("The servlet was not initialised");
        }
        ResponseHeaders.protect(response);
        Optional<McpAnswer> refusal = gate.answer(request, response);
        if (!runtime.requests().enter()) {
            McpAnswer answer = refusal.orElse(RequestGate.overloaded());
            ResponseHeaders.closeConnection(response);
            PlainAnswer.writeBlocking(answer, response);
            runtime.metrics().answered(answer.status());
            return;
        }
        McpExchange exchange = new McpExchange(runtime, gate, request, response);
        refusal.ifPresentOrElse(exchange::refuse, exchange::start);
    }
}
