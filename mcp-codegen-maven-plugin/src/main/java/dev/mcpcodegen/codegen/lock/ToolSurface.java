package dev.mcpcodegen.codegen.lock;

/**
 * One tool as its clients rely on it.
 *
 * @param httpMethod in upper case
 * @param path the path template of the operation behind it
 * @param variant tells the tools of one operation apart; empty when it has one tool
 * @param name under which clients call it
 * @param words digest of everything it tells a model in words
 * @param arguments an object whose members are the arguments
 */
public record ToolSurface(String httpMethod, String path, String variant, String name, String words, Shape arguments) {

    /** The operation, {@code METHOD /path}, with the variant where there is one. */
    public String operation() {
        return httpMethod + " " + path + (variant.isEmpty() ? "" : " (" + variant + ")");
    }
}
