package dev.mcpcodegen.runtime;

/**
 * Adds to the runtime of a deployment: tools, interceptors, sources of grants. Found by {@link java.util.ServiceLoader} in the web
 * application.
 */
public interface McpCustomizer {

    /** Changes what is about to be built; called once, at start. */
    void customize(McpRuntime.Builder builder);
}
