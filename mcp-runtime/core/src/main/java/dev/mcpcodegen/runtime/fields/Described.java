package dev.mcpcodegen.runtime.fields;

import dev.mcpcodegen.runtime.catalog.CatalogTool;
import java.time.Duration;
import java.util.Map;

/**
 * Tools as one account's clients see them.
 *
 * @param definitions JSON objects, shared, never to be changed; tools that are not among them are the same for everybody
 * @param goodFor until the first of the fields is read again
 */
public record Described(Map<CatalogTool<?>, byte[]> definitions, Duration goodFor) {

    /** The definition of a tool. */
    public byte[] of(CatalogTool<?> tool) {
        byte[] described = definitions.get(tool);
        return described == null ? tool.definition() : described;
    }
}
