package dev.mcpcodegen.runtime.tool;

/** How a list or an object is written into a header (OpenAPI 3.1, Style Values). */
public enum HeaderStyle {
    /** {@code simple}: {@code 1,2}, an object as {@code name,Acme}; the default. */
    COMMA,
    /** {@code simple}, exploded: a list as above, an object as {@code name=Acme,size=9}. */
    EXPLODED,
    /** Delimited by blanks, as OpenAPI 2.0 has it: {@code 1 2}. */
    SPACE,
    /** Delimited by pipes, as OpenAPI 2.0 has it: {@code 1|2}. */
    PIPE,
    /** Delimited by tabs, as OpenAPI 2.0 has it. */
    TAB,
    /** JSON text in ASCII, for a parameter that declares {@code content}. */
    JSON
}
