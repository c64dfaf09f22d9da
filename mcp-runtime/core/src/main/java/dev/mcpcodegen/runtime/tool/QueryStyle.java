package dev.mcpcodegen.runtime.tool;

/** How a list or an object is written into a query (OpenAPI 3.1, Style Values). */
public enum QueryStyle {
    /** {@code form}, exploded: {@code ids=1&ids=2}; the default. */
    EXPLODED,
    /** {@code form}, not exploded: {@code ids=1,2}. */
    COMMA,
    /** {@code spaceDelimited}: {@code ids=1%202}. */
    SPACE,
    /** {@code pipeDelimited}: {@code ids=1%7C2}. */
    PIPE,
    /** {@code deepObject}: {@code filter[name]=Acme}. */
    DEEP_OBJECT
}
