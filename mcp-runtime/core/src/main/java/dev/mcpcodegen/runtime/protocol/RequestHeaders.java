package dev.mcpcodegen.runtime.protocol;

import java.util.List;

/** The HTTP headers of a request. */
@FunctionalInterface
public interface RequestHeaders {

    /** Every value of a header in the order received; names are case-insensitive. Empty when the header is absent. */
    List<String> values(String name);
}
