package dev.mcpcodegen.codegen.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the arguments located in the body travel. */
public sealed interface BodyModel {

    /** Properties that no argument stands for, where the body takes them. */
    default Optional<Others> others() {
        return Optional.empty();
    }

    /** No body. */
    record None() implements BodyModel {}

    /**
     * A JSON object whose properties are the body arguments.
     *
     * @param omitEmpty whether the request goes without a body when it would be empty
     * @param further null when the body takes declared properties only
     */
    record JsonObject(
            String mediaType, boolean omitEmpty, @Nullable Others further) implements BodyModel {

        /** Plain JSON with declared properties only. */
        public JsonObject() {
            this("application/json", false, null);
        }

        @Override
        public Optional<Others> others() {
            return Optional.ofNullable(further);
        }
    }

    /** Any JSON; the one body argument is the whole of it. */
    record JsonValue(String mediaType) implements BodyModel {

        /** Plain JSON. */
        public JsonValue() {
            this("application/json");
        }
    }

    /** {@code application/x-www-form-urlencoded}; the body arguments are its fields. Parameters as of {@link JsonObject}. */
    record Form(boolean omitEmpty, @Nullable Others further) implements BodyModel {

        /** Declared fields only. */
        public Form() {
            this(false, null);
        }

        @Override
        public Optional<Others> others() {
            return Optional.ofNullable(further);
        }
    }

    /** {@code multipart/form-data} or another type of parts; the body arguments are its parts. Parameters as of {@link JsonObject}. */
    record Multipart(
            String mediaType, boolean omitEmpty, @Nullable Others further) implements BodyModel {

        /** A form with declared parts only. */
        public Multipart() {
            this("multipart/form-data", false, null);
        }

        @Override
        public Optional<Others> others() {
            return Optional.ofNullable(further);
        }
    }

    /** Text of another media type; the one body argument is the whole of it. */
    record Raw(String mediaType) implements BodyModel {}

    /**
     * Bytes; the one body argument is a file.
     *
     * @param mediaTypes what the vendor takes, the first one when a file does not say which it is
     */
    record File(List<String> mediaTypes) implements BodyModel {}

    /**
     * Properties beyond the declared ones.
     *
     * @param javaName the record component that takes them
     * @param withheld names that must not come this way: what only the vendor sets, and what an argument of another name stands for
     */
    record Others(String javaName, List<String> withheld) {}
}
