package dev.mcpcodegen.codegen.model;

/** How the arguments located in the body travel. */
public sealed interface BodyModel {

    /** No body. */
    record None() implements BodyModel {}

    /** A JSON object whose properties are the body arguments. */
    record JsonObject() implements BodyModel {}

    /** Any JSON; the one body argument is the whole of it. */
    record JsonValue() implements BodyModel {}

    /** {@code application/x-www-form-urlencoded}; the body arguments are its fields. */
    record Form() implements BodyModel {}

    /** {@code multipart/form-data}; the body arguments are its parts. */
    record Multipart() implements BodyModel {}

    /** Text of another media type; the one body argument is the whole of it. */
    record Raw(String mediaType) implements BodyModel {}
}
