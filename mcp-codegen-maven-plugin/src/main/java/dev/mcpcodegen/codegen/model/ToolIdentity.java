package dev.mcpcodegen.codegen.model;

/**
 * What stays the same about a tool while its name may change: the operation behind it.
 *
 * @param httpMethod in upper case
 * @param path the path template
 * @param variant which of several tools of one operation; empty where the operation is one tool
 */
public record ToolIdentity(String httpMethod, String path, String variant) {

    @Override
    public String toString() {
        return httpMethod + " " + path + (variant.isEmpty() ? "" : " (" + variant + ")");
    }
}
