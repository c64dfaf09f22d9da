package dev.mcpcodegen.runtime.tool;

/** How a list or an object is written into a query, a cookie or a form field (OpenAPI 3.1, Style Values; RFC 6570, section 3.2.8). */
public enum QueryStyle {
    /** {@code form}, exploded: {@code ids=1&ids=2}, an object as {@code name=Acme&size=9}; the default. */
    EXPLODED,
    /** {@code form}, not exploded: {@code ids=1,2}, an object as {@code filter=name,Acme,size,9}. */
    COMMA,
    /** {@code spaceDelimited}: {@code ids=1%202}. */
    SPACE,
    /** {@code pipeDelimited}: {@code ids=1%7C2}. */
    PIPE,
    /** Delimited by tabs, as OpenAPI 2.0 has it: {@code ids=1%092}. */
    TAB,
    /**
     * {@code deepObject}: {@code filter[name]=Acme}. What OpenAPI leaves open goes as most servers read it: {@code filter[owner][id]=1},
     * {@code filter[tags][]=a}, and {@code filter[rows][0][id]=1} where the elements are objects.
     */
    DEEP_OBJECT,
    /** JSON text, for a parameter that declares {@code content}. */
    JSON
}
