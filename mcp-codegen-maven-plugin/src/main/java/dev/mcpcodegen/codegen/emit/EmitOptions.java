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
 * @param results what a Java program sees of an answer
 * @param typeMappings Java types that stand for formats and types of the specification
 */
public record EmitOptions(
        String basePackage,
        boolean router,
        List<String> urlPatterns,
        String routerName,
        Results results,
        TypeMappings typeMappings) {

    private static final String ROUTER_SERVICE = "dev.mcpcodegen.runtime.servlet.McpServlet";

    /** The patterns that the runtime's servlet has by itself. */
    public static final List<String> DEFAULT_URL_PATTERNS = List.of("/mcp", "/mcp/*");

    /** Answers are typed, and values have the types that keep them exact. */
    public EmitOptions(String basePackage, boolean router, List<String> urlPatterns, String routerName) {
        this(basePackage, router, urlPatterns, routerName, Results.TYPED, TypeMappings.NONE);
    }

    /** What the second type parameter of a generated tool is. */
    public enum Results {
        /** A record of what the vendor documents. */
        TYPED,
        /** A JSON tree, so that no class is generated for what only answers hold. */
        TREE
    }

    /** A router called {@code McpRouter} at the default patterns. */
    public static EmitOptions inPackage(String basePackage) {
        return new EmitOptions(basePackage, true, DEFAULT_URL_PATTERNS, "McpRouter");
    }

    /** The providers of each service that the generated code offers: the servlet, which the runtime finds so. */
    public Map<String, List<String>> services() {
        return Map.of(ROUTER_SERVICE, router ? List.of(basePackage + "." + routerName) : List.of());
    }
}
