package dev.mcpcodegen.codegen.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fields that the customers of a vendor define themselves, and how a running server learns of them.
 *
 * @param pointer where it is declared, for diagnostics
 * @param name unique within the integration; empty until the tool that declares it for itself alone is known
 * @param source what lists the fields
 * @param owners what lists those that have fields of their own, such as a customer's databases; null when nothing does
 * @param each JSON Pointers into a listed field by what stands there: {@code key}, {@code title} and so on
 * @param options what lists the values that a field may have
 * @param types JSON objects as text, by the vendor's types: {@code schema}, {@code write}, {@code readOnly}
 * @param ttl how long fields may be kept (ISO 8601 duration)
 */
public record FieldSetModel(
        String pointer,
        String name,
        Source source,
        @Nullable Owners owners,
        Map<String, String> each,
        List<Options> options,
        Map<String, String> types,
        String ttl) {

    /** What {@link Argument#from} calls the key of the field whose options are listed. */
    public static final String KEY = "key";

    public FieldSetModel named(String newName) {
        return new FieldSetModel(pointer, newName, source, owners, each, options, types, ttl);
    }

    /**
     * A tool of the same integration, called by the server on its own account.
     *
     * @param items JSON Pointer of the list in its result
     */
    public record Source(String pointer, String tool, Map<String, Argument> arguments, String items) {}

    /**
     * What such a tool is called with: either of the two.
     *
     * @param from an argument of the tool that has the fields, or {@link #KEY}
     * @param constJson a value as JSON text
     */
    public record Argument(@Nullable String from, @Nullable String constJson) {}

    /**
     * Who has fields.
     *
     * @param key JSON Pointer into an item: what a caller passes to name it
     * @param title JSON Pointer into an item: what people call it
     * @param max how many are asked for their fields at a time
     */
    public record Owners(Source source, String key, String title, int max) {}

    /**
     * The values of fields of some types.
     *
     * @param types the types of fields that have options; empty for all
     * @param source what lists them; null when they stand in the listed field itself
     * @param items JSON Pointer of the list, in the tool's result or in the field
     * @param value JSON Pointer into an option: what is sent
     * @param title JSON Pointer into an option: what people call it
     * @param archived JSON Pointer into an option: whether it can no longer be chosen; null when nothing says so
     */
    public record Options(
            List<String> types,
            @Nullable Source source,
            String items,
            String value,
            String title,
            @Nullable String archived) {}
}
