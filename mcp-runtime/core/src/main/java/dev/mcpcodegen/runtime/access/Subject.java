package dev.mcpcodegen.runtime.access;

/** The one to whom a call is attributed. */
public sealed interface Subject {

    /** How the subject is named in the audit. */
    String id();

    /** An MCP server: whoever holds its secret URL. */
    record Server(String id) implements Subject {}

    /** A real person. */
    record Person(String id) implements Subject {}

    /** A program with an identity of its own. */
    record Machine(String id) implements Subject {}
}
