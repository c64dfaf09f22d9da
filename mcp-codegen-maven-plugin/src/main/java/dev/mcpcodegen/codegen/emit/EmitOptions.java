package dev.mcpcodegen.codegen.emit;

import java.util.List;

/**
 * What a user decides about generated code.
 *
 * @param basePackage the package of the router; each integration gets one below it
 * @param router whether a servlet is generated
 * @param urlPatterns where the servlet answers
 * @param routerName the simple name of the servlet
 */
public record EmitOptions(String basePackage, boolean router, List<String> urlPatterns, String routerName) {

    /** The patterns that the runtime's servlet has by itself. */
    public static final List<String> DEFAULT_URL_PATTERNS = List.of("/mcp", "/mcp/*");

    /** A router called {@code McpRouter} at the default patterns. */
    public static EmitOptions inPackage(String basePackage) {
        return new EmitOptions(basePackage, true, DEFAULT_URL_PATTERNS, "McpRouter");
    }

    /** The binary name of the generated servlet, for the service file. */
    public String routerClass() {
        return basePackage + "." + routerName;
    }
}
