package dev.mcpcodegen.codegen.emit;

import java.util.List;
import java.util.Map;

/**
 * What a user decides about generated code.
 *
 * @param basePackage the package of the router; each integration gets one below it
 * @param router whether a servlet is generated
 * @param urlPatterns where the servlet answers
 * @param routerName the simple name of the servlet
 */
public record EmitOptions(String basePackage, boolean router, List<String> urlPatterns, String routerName) {

    private static final String ROUTER_SERVICE = "dev.mcpcodegen.runtime.servlet.McpServlet";

    /** The patterns that the runtime's servlet has by itself. */
    public static final List<String> DEFAULT_URL_PATTERNS = List.of("/mcp", "/mcp/*");

    /** A router called {@code McpRouter} at the default patterns. */
    public static EmitOptions inPackage(String basePackage) {
        return new EmitOptions(basePackage, true, DEFAULT_URL_PATTERNS, "McpRouter");
    }

    /** The providers of each service that the generated code offers: the servlet, which the runtime finds so. */
    public Map<String, List<String>> services() {
        return Map.of(ROUTER_SERVICE, router ? List.of(basePackage + "." + routerName) : List.of());
    }
}
