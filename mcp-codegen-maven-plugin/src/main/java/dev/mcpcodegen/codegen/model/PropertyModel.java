package dev.mcpcodegen.codegen.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A named value: an argument of a tool, or a property of an object.
 *
 * @param name as it stands on the wire or, for an argument, as callers write it
 * @param javaName as a record component
 * @param required whether it must be there
 * @param description in words for a model; empty when nothing is said
 * @param defaultJson what the vendor takes when it is absent, as JSON text; told, never sent
 * @param examplesJson examples as JSON texts
 * @param deprecated whether the vendor advises against it
 * @param readOnly whether it occurs in answers only
 * @param writeOnly whether it occurs in requests only; never shown in logs
 */
public record PropertyModel(
        String name,
        String javaName,
        TypeModel type,
        boolean required,
        String description,
        @Nullable String defaultJson,
        List<String> examplesJson,
        boolean deprecated,
        boolean readOnly,
        boolean writeOnly) {

    /** Whether null is a value of its own here, distinct from leaving the property out. */
    public boolean nullable() {
        return type instanceof TypeModel.NullableType;
    }

    public PropertyModel withName(String newName, String newJavaName) {
        return new PropertyModel(
                newName,
                newJavaName,
                type,
                required,
                description,
                defaultJson,
                examplesJson,
                deprecated,
                readOnly,
                writeOnly);
    }

    public PropertyModel withType(TypeModel newType) {
        return new PropertyModel(
                name,
                javaName,
                newType,
                required,
                description,
                defaultJson,
                examplesJson,
                deprecated,
                readOnly,
                writeOnly);
    }

    public PropertyModel withRequired(boolean newRequired) {
        return new PropertyModel(
                name,
                javaName,
                type,
                newRequired,
                description,
                defaultJson,
                examplesJson,
                deprecated,
                readOnly,
                writeOnly);
    }

    public PropertyModel withDescription(String newDescription) {
        return new PropertyModel(
                name,
                javaName,
                type,
                required,
                newDescription,
                defaultJson,
                examplesJson,
                deprecated,
                readOnly,
                writeOnly);
    }
}
