package dev.mcpcodegen.codegen.model;

/**
 * A server that some operations go to instead of the base URL.
 *
 * @param name under which an account can say where it is
 * @param url absolute, or a path on the host of the base URL
 */
public record ServerModel(String name, String url) {}
