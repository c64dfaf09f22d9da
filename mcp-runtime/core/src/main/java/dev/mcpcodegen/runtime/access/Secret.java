package dev.mcpcodegen.runtime.access;

/** A value that must not appear in logs, messages or dumps: it prints as {@code ***}. */
public record Secret(String reveal) {

    @Override
    public String toString() {
        return "***";
    }
}
