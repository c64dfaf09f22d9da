package dev.mcpcodegen.codegen.model;

/**
 * One argument of a tool and where it goes.
 *
 * @param property the argument as callers see it
 * @param location the part of the request
 * @param wireName its name there
 * @param style how a list or an object is written into a query
 */
public record ArgumentModel(PropertyModel property, Location location, String wireName, Style style) {

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
        return new ArgumentModel(newProperty, location, wireName, style);
    }

    /** Parts of a request, in the order in which arguments are listed. */
    public enum Location {
        PATH,
        QUERY,
        HEADER,
        COOKIE,
        BODY
    }

    /** Query styles (OpenAPI, Style Values). */
    public enum Style {
        EXPLODED,
        COMMA,
        SPACE,
        PIPE,
        DEEP_OBJECT
    }
}
