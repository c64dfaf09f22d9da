package dev.mcpcodegen.codegen.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One argument of a tool and where it goes.
 *
 * @param property the argument as callers see it
 * @param location the part of the request
 * @param wireName its name there
 * @param style how a list or an object is written there
 * @param wire what else there is to say about how it travels
 * @param also further places to which the same value goes
 */
public record ArgumentModel(
        PropertyModel property, Location location, String wireName, Style style, Wire wire, List<ArgumentModel> also) {

    /** An argument that goes to one place, without anything unusual. */
    public ArgumentModel(PropertyModel property, Location location, String wireName, Style style) {
        this(property, location, wireName, style, Wire.PLAIN, List.of());
    }

    public String name() {
        return property.name();
    }

    public TypeModel type() {
        return property.type();
    }

    public boolean required() {
        return property.required();
    }

    public ArgumentModel withProperty(PropertyModel newProperty) {
        return new ArgumentModel(newProperty, location, wireName, style, wire, also);
    }

    public ArgumentModel withStyle(Style newStyle) {
        return new ArgumentModel(property, location, wireName, newStyle, wire, also);
    }

    /** The same argument, sent to further places. */
    public ArgumentModel sentAlsoTo(List<ArgumentModel> places) {
        return new ArgumentModel(property, location, wireName, style, wire, List.copyOf(places));
    }

    /** Parts of a request, in the order in which arguments are listed. */
    public enum Location {
        PATH,
        QUERY,
        HEADER,
        COOKIE,
        BODY
    }

    /** How values are written (OpenAPI, Style Values); which of them there are depends on the location. */
    public enum Style {
        /** A body's own way: JSON in JSON, a field an element in forms. */
        PLAIN,
        /** {@code form} or {@code simple}, exploded; the default in queries and cookies. */
        EXPLODED,
        /** {@code form} or {@code simple}; the default in paths and headers. */
        COMMA,
        SPACE,
        PIPE,
        TAB,
        DEEP_OBJECT,
        LABEL,
        LABEL_EXPLODED,
        MATRIX,
        MATRIX_EXPLODED,
        /** JSON text. */
        JSON,
        /** The value is the whole query, as a form. */
        WHOLE_QUERY,
        /** The value is the whole query, as JSON text. */
        WHOLE_QUERY_JSON
    }

    /**
     * The less usual about how a value travels.
     *
     * @param reserved whether a query keeps reserved characters (OpenAPI, {@code allowReserved})
     * @param mediaType of the part of a multipart body; null for the default
     * @param around names of the objects that stand around a property in a JSON body, outermost first
     */
    public record Wire(boolean reserved, @Nullable String mediaType, List<String> around) {

        /** Nothing unusual. */
        public static final Wire PLAIN = new Wire(false, null, List.of());
    }
}
