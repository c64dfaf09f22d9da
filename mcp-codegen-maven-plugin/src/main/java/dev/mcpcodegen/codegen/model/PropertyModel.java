package dev.mcpcodegen.codegen.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A named value: an argument of a tool, or a property of an object.
 *
 * @param name as it stands on the wire or, for an argument, as callers write it
 * @param javaName as a record component
 * @param required whether it must be there
 * @param notes what the document says about it besides its shape
 */
public record PropertyModel(String name, String javaName, TypeModel type, boolean required, Notes notes) {

    /**
     * What JSON Schema calls meta-data annotations (JSON Schema Validation 2020-12, section 9).
     *
     * @param description in words for a model; empty when nothing is said
     * @param defaultJson what the vendor takes when it is absent, as JSON text; told, never sent
     * @param examplesJson examples as JSON texts
     * @param deprecated whether the vendor advises against it
     * @param readOnly whether it occurs in answers only
     * @param writeOnly whether it occurs in requests only; never shown in logs
     */
    public record Notes(
            String description,
            @Nullable String defaultJson,
            List<String> examplesJson,
            boolean deprecated,
            boolean readOnly,
            boolean writeOnly) {

        /** Words and nothing else. */
        public static Notes of(String description) {
            return new Notes(description, null, List.of(), false, false, false);
        }

        Notes withDescription(String words) {
            return new Notes(words, defaultJson, examplesJson, deprecated, readOnly, writeOnly);
        }
    }

    public String description() {
        return notes.description();
    }

    public boolean readOnly() {
        return notes.readOnly();
    }

    /** Whether null is a value of its own here, distinct from leaving the property out. */
    public boolean nullable() {
        return type instanceof TypeModel.NullableType;
    }

    public PropertyModel withName(String newName, String newJavaName) {
        return new PropertyModel(newName, newJavaName, type, required, notes);
    }

    public PropertyModel withType(TypeModel newType) {
        return new PropertyModel(name, javaName, newType, required, notes);
    }

    public PropertyModel withRequired(boolean newRequired) {
        return new PropertyModel(name, javaName, type, newRequired, notes);
    }

    public PropertyModel withDescription(String words) {
        return new PropertyModel(name, javaName, type, required, notes.withDescription(words));
    }
}
