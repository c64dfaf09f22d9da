package dev.mcpcodegen.it.corpus.raw;

import java.util.Optional;

/**
 * A parameter as it is declared.
 *
 * @param name on the wire
 * @param in {@code path}, {@code query}, {@code header}, {@code cookie}, {@code querystring}; in 2.0 {@code formData}, too
 * @param place where it is declared
 * @param swagger whether it is one of 2.0, whose schema stands in the parameter itself
 */
public record RawParameter(String name, String in, boolean required, RawPlace place, boolean swagger) {

    static RawParameter of(RawPlace place, boolean swagger) {
        boolean required = place.node().path("required").asBoolean(false);
        return new RawParameter(place.text("name"), place.text("in"), required, place, swagger);
    }

    /** What its value must be; a missing node when nothing is said. */
    public RawPlace schema() {
        if (swagger) {
            return place;
        }
        return content()
                .map(type -> place.get("content").get(type).get("schema"))
                .orElse(place.get("schema"));
    }

    /** The media type in which the value is written, instead of by a style. */
    public Optional<String> content() {
        return place.node().path("content").propertyNames().stream().findFirst();
    }

    /** How lists and objects are written: a style of 3.x, or what a {@code collectionFormat} of 2.0 means. */
    public String style() {
        if (swagger) {
            return switch (place.text("collectionFormat")) {
                case "ssv" -> "spaceDelimited";
                case "pipes" -> "pipeDelimited";
                case "tsv" -> "tabDelimited";
                default -> isQueryLike() ? "form" : "simple";
            };
        }
        String declared = place.text("style");
        return !declared.isEmpty() ? declared : isQueryLike() ? "form" : "simple";
    }

    /** Whether lists and objects are written an element at a time. */
    public boolean explode() {
        if (swagger) {
            return place.text("collectionFormat").equals("multi");
        }
        return place.node().path("explode").asBoolean(style().equals("form"));
    }

    private boolean isQueryLike() {
        return in.equals("query") || in.equals("cookie") || in.equals("formData");
    }

    @Override
    public String toString() {
        return in + " " + name;
    }
}
