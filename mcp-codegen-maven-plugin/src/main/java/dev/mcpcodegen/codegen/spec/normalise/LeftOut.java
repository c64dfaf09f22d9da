package dev.mcpcodegen.codegen.spec.normalise;

/**
 * An operation of a vendor's document that the finished tree does not have.
 *
 * @param operation {@code METHOD /path}
 * @param pointer where its path stands in the finished tree
 * @param reason why, for people
 */
public record LeftOut(String operation, String pointer, String reason) {}
