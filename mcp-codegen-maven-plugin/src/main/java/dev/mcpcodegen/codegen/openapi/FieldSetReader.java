package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.model.FieldSetModel;
import dev.mcpcodegen.codegen.model.FieldSetModel.Argument;
import dev.mcpcodegen.codegen.model.FieldSetModel.Options;
import dev.mcpcodegen.codegen.model.FieldSetModel.Owners;
import dev.mcpcodegen.codegen.model.FieldSetModel.Source;
import dev.mcpcodegen.codegen.openapi.DocumentTree.Place;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads how the fields of a customer are learned of. Pointers are JSON Pointers (RFC 6901).
 *
 * <ul>
 *   <li>{@code like}: another set of the document, from which everything is taken that is not said
 *   <li>{@code source}: {@code tool} and {@code arguments}, each a value or {@code {from: argument}}
 *   <li>{@code owners}: the same, with {@code items}, {@code key}, {@code title} and {@code max}
 *   <li>{@code each}: where a field's {@code items}, {@code key}, {@code title}, {@code description}, {@code type}, {@code required},
 *       {@code hasDefault}, {@code multiple}, {@code writable} and {@code archived} stand
 *   <li>{@code options}: one or several; {@code types}, {@code tool}, {@code arguments}, {@code items}, {@code value}, {@code title} and
 *       {@code archived}
 *   <li>{@code types}: what is told and sent of a field, by the vendor's type; see {@link FieldTypeReader}
 *   <li>{@code ttl}: how long all that may be kept, ten seconds to a day
 * </ul>
 */
final class FieldSetReader {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final String RESULT = "/result";
    private static final int MAX_OWNERS = 20;
    private static final Duration MIN_TTL = Duration.ofSeconds(10);
    private static final Duration MAX_TTL = Duration.ofDays(1);
    private static final List<String> EACH = List.of(
            "items",
            "key",
            "title",
            "description",
            "type",
            "required",
            "hasDefault",
            "multiple",
            "writable",
            "archived");

    private final String name;
    private final List<Place> places;
    private final DocumentScope problems;
    private boolean isSound = true;

    private FieldSetReader(String name, List<Place> places, DocumentScope problems) {
        this.name = name;
        this.places = places;
        this.problems = problems;
    }

    /** Reads one of the document's sets; empty when it cannot be used. */
    static Optional<FieldSetModel> named(String name, Place sets, DocumentScope problems) {
        if (!NAME.matcher(name).matches()) {
            problems.at(sets.child(name).pointer())
                    .error("\"" + name + "\" cannot be the name of a file.", "Use letters, digits, _ and - only.");
            return Optional.empty();
        }
        List<Place> places = new ArrayList<>();
        String wanted = name;
        while (wanted != null) {
            Place place = sets.child(wanted);
            boolean isCircle = places.stream().anyMatch(known -> known.pointer().equals(place.pointer()));
            if (isCircle || !place.node().isObject()) {
                String at = places.isEmpty()
                        ? place.pointer()
                        : places.get(places.size() - 1).pointer();
                problems.at(at)
                        .error(
                                isCircle
                                        ? "The set \"" + wanted + "\" is like itself."
                                        : "There is no set \"" + wanted + "\".",
                                "Name one of the sets below `x-mcp.fieldSets` that stands for itself.");
                return Optional.empty();
            }
            places.add(place);
            wanted = place.text("like");
        }
        return new FieldSetReader(name, places, problems).read();
    }

    /** Reads the set that an operation declares for itself; empty when it cannot be used. */
    static Optional<FieldSetModel> unnamed(Place entry, DocumentScope problems) {
        return new FieldSetReader("", List.of(entry), problems).read();
    }

    private Optional<FieldSetModel> read() {
        Place source = part("source");
        if (source == null) {
            report(places.get(0), "`source` is missing.", "Name the `tool` that lists the fields.");
            return Optional.empty();
        }
        Map<String, String> each = each();
        FieldSetModel set = new FieldSetModel(
                places.get(0).pointer(),
                name,
                source(source, each.getOrDefault("items", RESULT)),
                owners(part("owners")),
                each,
                options(part("options")),
                new FieldTypeReader(this::report).read(part("types")),
                ttl(part("ttl")));
        return isSound ? Optional.of(set) : Optional.empty();
    }

    /** What is said of a key here, or else in the set that this one is like; null when nothing is. */
    private @Nullable Place part(String key) {
        for (Place place : places) {
            if (place.child(key).exists()) {
                return place.child(key);
            }
        }
        return null;
    }

    private Source source(Place place, String items) {
        String tool = place.text("tool");
        if (tool == null) {
            report(place, "`tool` is missing.", "Give the name under which callers know the tool.");
        }
        Map<String, Argument> arguments = new LinkedHashMap<>();
        Place given = place.child("arguments");
        given.node().fieldNames().forEachRemaining(name -> arguments.put(name, argument(given.child(name))));
        return new Source(place.pointer(), tool == null ? "" : tool, arguments, items);
    }

    private static Argument argument(Place place) {
        String from = place.text("from");
        return from == null ? new Argument(null, place.node().toString()) : new Argument(from, null);
    }

    private @Nullable Owners owners(@Nullable Place place) {
        if (place == null) {
            return null;
        }
        int max = place.node().path("max").asInt(MAX_OWNERS);
        if (max < 1 || max > MAX_OWNERS) {
            report(place.child("max"), "`max` is not from 1 to " + MAX_OWNERS + ".", "Every owner costs a request.");
        }
        String key = pointer(place, "key");
        if (key == null) {
            report(place, "`key` is missing.", "Point to what callers pass to name an owner, such as /id.");
        }
        return new Owners(
                source(place, or(pointer(place, "items"), RESULT)),
                or(key, ""),
                or(pointer(place, "title"), or(key, "")),
                max);
    }

    private Map<String, String> each() {
        Place place = part("each");
        Map<String, String> each = new LinkedHashMap<>();
        if (place != null) {
            for (String role : EACH) {
                String pointer = pointer(place, role);
                if (pointer != null) {
                    each.put(role, pointer);
                }
            }
        }
        if (!each.containsKey("key")) {
            report(
                    place == null ? places.get(0) : place,
                    "Nothing says where the key of a field stands.",
                    "Add `each: {key: /id}`, a JSON Pointer into a listed field.");
        }
        return each;
    }

    /** One object or a list of them. */
    private List<Options> options(@Nullable Place place) {
        if (place == null) {
            return List.of();
        }
        if (!place.node().isArray()) {
            return List.of(option(place));
        }
        List<Options> options = new ArrayList<>();
        for (int i = 0; i < place.node().size(); i++) {
            options.add(option(place.child(i)));
        }
        return List.copyOf(options);
    }

    private Options option(Place place) {
        boolean called = place.child("tool").exists();
        String items = pointer(place, "items");
        if (!called && items == null) {
            report(place, "Nothing lists these options.", "Name a `tool`, or point to the `items` in a listed field.");
        }
        String value = or(pointer(place, "value"), "");
        return new Options(
                place.texts("types"),
                called ? source(place, or(items, RESULT)) : null,
                or(items, RESULT),
                value,
                or(pointer(place, "title"), value),
                pointer(place, "archived"));
    }

    private String ttl(@Nullable Place place) {
        if (place == null) {
            return "PT5M";
        }
        try {
            Duration ttl = Duration.parse(place.node().asText());
            if (ttl.compareTo(MIN_TTL) >= 0 && ttl.compareTo(MAX_TTL) <= 0) {
                return ttl.toString();
            }
        } catch (DateTimeParseException e) {
            // Told below.
        }
        report(
                place,
                "\"" + place.node().asText() + "\" is no time for which fields can be kept.",
                "Write ten seconds to a day as an ISO 8601 duration, such as PT5M.");
        return "PT5M";
    }

    private @Nullable String pointer(Place place, String key) {
        JsonNode value = place.node().path(key);
        if (value.isMissingNode()) {
            return null;
        }
        String pointer = value.asText();
        if (!value.isTextual() || !(pointer.isEmpty() || pointer.startsWith("/"))) {
            report(
                    place.child(key),
                    "`" + key + "` is no JSON Pointer.",
                    "Start it with a slash, such as /id; an empty text means all of it.");
        }
        return pointer;
    }

    private static String or(@Nullable String text, String other) {
        return text == null ? other : text;
    }

    private void report(Place place, String message, String cure) {
        isSound = false;
        problems.at(place.pointer()).error(message, cure);
    }
}
