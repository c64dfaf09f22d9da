package dev.mcpcodegen.runtime.tool;

/** A name with a value, neither of them encoded. */
public record NameValue(String name, String value) {}
