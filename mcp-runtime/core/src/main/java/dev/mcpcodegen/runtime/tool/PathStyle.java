package dev.mcpcodegen.runtime.tool;

/** How a value is written into a path (OpenAPI 3.1, Style Values; RFC 6570, sections 3.2.2, 3.2.5 and 3.2.7). */
public enum PathStyle {
    /** {@code simple}: {@code 1,2}, an object as {@code name,Acme}; the default. */
    COMMA,
    /** {@code simple}, exploded: a list as above, an object as {@code name=Acme,size=9}. */
    EXPLODED,
    /** Delimited by blanks, as OpenAPI 2.0 has it: {@code 1%202}. */
    SPACE,
    /** Delimited by pipes, as OpenAPI 2.0 has it: {@code 1%7C2}. */
    PIPE,
    /** Delimited by tabs, as OpenAPI 2.0 has it: {@code 1%092}. */
    TAB,
    /** {@code label}: {@code .1,2}. */
    LABEL,
    /** {@code label}, exploded: {@code .1.2}, an object as {@code .name=Acme.size=9}. */
    LABEL_EXPLODED,
    /** {@code matrix}: {@code ;ids=1,2}. */
    MATRIX,
    /** {@code matrix}, exploded: {@code ;ids=1;ids=2}, an object as {@code ;name=Acme;size=9}. */
    MATRIX_EXPLODED,
    /** JSON text, for a parameter that declares {@code content}. */
    JSON
}
