package dev.mcpcodegen.runtime.tool;

/**
 * A parameter of a query, or a field of a form. Its value is kept as it travels, because only there the comma between two values differs
 * from a comma within one.
 *
 * @param name not encoded; empty when the value is the whole query
 * @param encodedValue percent-encoded
 */
public record QueryParameter(String name, String encodedValue) {

    /** Encodes a value for a query. */
    public static QueryParameter of(String name, String value) {
        return new QueryParameter(name, PercentEncoding.encode(value));
    }

    /** As it stands in the query of a URL. */
    String inQuery() {
        return name.isEmpty() ? encodedValue : PercentEncoding.encode(name) + "=" + encodedValue;
    }
}
