package dev.mcpcodegen.codegen.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a value, independent of JSON Schema and of Java.
 *
 * <p>Objects, enums and unions of objects are declared once, in a {@link TypeDeclaration}, and used by {@link Reference}; so a shape that contains itself
 * is no special case.
 */
public sealed interface TypeModel {

    /** Text. {@code format} and {@code pattern} as the document gives them. */
    record StringType(
            @Nullable String format,
            @Nullable String pattern,
            @Nullable Integer minLength,
            @Nullable Integer maxLength) implements TypeModel {

        /** Text without further rules. */
        public static final StringType PLAIN = new StringType(null, null, null, null);
    }

    /**
     * A whole number.
     *
     * @param allowed the only values there are, in the document's order; empty for any
     */
    record IntegerType(Bounds bounds, List<String> allowed) implements TypeModel {

        /** Any whole number. */
        public static final IntegerType PLAIN = new IntegerType(Bounds.NONE, List.of());
    }

    /** A number; {@code allowed} as for {@link IntegerType}. */
    record NumberType(Bounds bounds, List<String> allowed) implements TypeModel {}

    /** True or false; {@code allowed} as for {@link IntegerType}. */
    record BooleanType(List<String> allowed) implements TypeModel {

        /** Either. */
        public BooleanType() {
            this(List.of());
        }
    }

    /**
     * Bytes: a file part of a form, or a whole binary body.
     *
     * @param text what it is where only text can travel
     */
    record FileType(StringType text) implements TypeModel {

        /** Bytes without further rules. */
        public FileType() {
            this(StringType.PLAIN);
        }
    }

    /** A list. */
    record ListType(
            TypeModel items,
            @Nullable Integer minItems,
            @Nullable Integer maxItems,
            boolean uniqueItems) implements TypeModel {}

    /** An object with arbitrary keys. */
    record MapType(TypeModel values) implements TypeModel {}

    /** Any of several shapes that need no declaration; a Java program sees a JSON tree. Of none, where null is all that is allowed. */
    record UnionType(List<TypeModel> alternatives) implements TypeModel {}

    /** Any JSON value. */
    record AnyType() implements TypeModel {}

    /** The value, or null where the vendor tells null from absent. */
    record NullableType(TypeModel type) implements TypeModel {}

    /**
     * A declared object, enum or union.
     *
     * @param key see {@link TypeDeclaration#key()}
     */
    record Reference(String key) implements TypeModel {}

    /**
     * Limits of a number, as decimal text; null where there is none.
     *
     * @param multipleOf what the number must be a multiple of
     */
    record Bounds(
            @Nullable String minimum,
            @Nullable String exclusiveMinimum,
            @Nullable String maximum,
            @Nullable String exclusiveMaximum,
            @Nullable String multipleOf) {

        /** No limits. */
        public static final Bounds NONE = new Bounds(null, null, null, null, null);
    }
}
