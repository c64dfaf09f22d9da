package dev.mcpcodegen.codegen.emit;

import com.palantir.javapoet.ClassName;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Java types that a user wants for values of a format ({@code date-time}), or of a type of JSON Schema that has none here ({@code
 * number}). What the vendor receives is then what such a type writes, no longer what the caller wrote.
 *
 * @param classes qualified names by format or type
 */
public record TypeMappings(Map<String, String> classes) {

    /** Every value keeps the form in which it was written. */
    public static final TypeMappings NONE = new TypeMappings(Map.of());

    private static final Pattern ENTRY = Pattern.compile(
            "\\s*([A-Za-z][A-Za-z0-9_.:-]*)\\s*=\\s*((?:[a-z_][A-Za-z0-9_]*\\.)+[A-Z][A-Za-z0-9_]*(?:\\.[A-Z][A-Za-z0-9_]*)*)\\s*");

    /**
     * Reads entries such as {@code date-time=java.time.OffsetDateTime}.
     *
     * @throws IllegalArgumentException if one is none, or a format is mapped twice; the message is for users
     */
    public static TypeMappings of(List<String> entries) {
        Map<String, String> classes = new TreeMap<>();
        for (String entry : entries) {
            Matcher parts = ENTRY.matcher(entry);
            if (!parts.matches()) {
                throw new IllegalArgumentException("typeMappings has \"" + entry
                        + "\"; it must be a format or type and a class, such as date-time=java.time.OffsetDateTime.");
            }
            if (classes.putIfAbsent(parts.group(1), parts.group(2)) != null) {
                throw new IllegalArgumentException("typeMappings maps \"" + parts.group(1) + "\" twice.");
            }
        }
        return new TypeMappings(classes);
    }

    /** The class that stands for a value, by its format and otherwise by its type. */
    Optional<ClassName> of(TypeModel type) {
        if (classes.isEmpty()) {
            return Optional.empty();
        } else if (type instanceof TypeModel.StringType text) {
            String format = text.format() == null ? "" : text.format();
            return first(List.of(format, "string"));
        } else if (type instanceof TypeModel.IntegerType) {
            return first(List.of("integer"));
        } else if (type instanceof TypeModel.NumberType) {
            return first(List.of("number"));
        }
        return type instanceof TypeModel.BooleanType ? first(List.of("boolean")) : Optional.empty();
    }

    private Optional<ClassName> first(List<String> keys) {
        return keys.stream()
                .filter(classes::containsKey)
                .map(key -> ClassName.bestGuess(String.valueOf(classes.get(key))))
                .findFirst();
    }
}
