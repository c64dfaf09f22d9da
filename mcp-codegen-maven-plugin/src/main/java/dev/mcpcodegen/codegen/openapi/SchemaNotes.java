package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mcpcodegen.codegen.model.PropertyModel.Notes;
import dev.mcpcodegen.codegen.model.TypeModel;
import dev.mcpcodegen.codegen.openapi.DocumentTree.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a document says of a value besides its shape. */
final class SchemaNotes {

    private final DocumentTree tree;

    SchemaNotes(DocumentTree tree) {
        this.tree = tree;
    }

    /**
     * Reads from several places, the nearest first.
     *
     * @param places where the value is named, its schema, and what that refers to
     */
    Notes read(String name, TypeModel type, Place... places) {
        String words = Stream.concat(Stream.of(description(name, places)), details(places).stream())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        return new Notes(
                words,
                defaultValue(type, places),
                examples(type, places),
                flag("deprecated", places),
                flag("readOnly", places),
                flag("writeOnly", places));
    }

    private static String description(String name, Place... places) {
        for (Place place : places) {
            String words = place.words("description");
            if (!words.isEmpty()) {
                return words;
            }
        }
        for (Place place : places) {
            String title = place.words("title");
            if (!title.isEmpty() && !letters(title).equals(letters(name))) {
                return title;
            }
        }
        return "";
    }

    /** What is said of a list's items and of single alternatives, where no declaration of theirs says it. */
    private List<String> details(Place... places) {
        Place shape = places[places.length - 1];
        Set<String> details = new LinkedHashSet<>();
        Place items = shape.child("items");
        if (items.node().isObject()) {
            Place target = tree.follow(items);
            if (!isDeclared(target)) {
                Stream.of(items, target)
                        .map(place -> place.words("description"))
                        .filter(words -> !words.isEmpty())
                        .findFirst()
                        .ifPresent(details::add);
                details.addAll(alternatives(target));
            }
        }
        details.addAll(alternatives(shape));
        details.addAll(ObjectRulesReader.words(shape.node()));
        String said = description("", places);
        details.removeIf(said::contains);
        return List.copyOf(details);
    }

    /** Values with a title or a description of their own as "1: a text channel", and the words of other alternatives. */
    private List<String> alternatives(Place shape) {
        Set<String> words = new LinkedHashSet<>();
        for (String combinator : List.of("oneOf", "anyOf")) {
            Place list = shape.child(combinator);
            for (int i = 0; list.node().isArray() && i < list.node().size(); i++) {
                Place member = tree.follow(list.child(i));
                List<String> values = EnumValues.texts(EnumValues.nodes(member.node()));
                String said = said(member, values);
                if (!said.isEmpty() && values.size() == 1) {
                    words.add(values.get(0) + ": " + said + (said.endsWith(".") ? "" : ";"));
                } else if (!said.isEmpty() && !isObject(member.node())) {
                    words.add(said);
                }
            }
        }
        return List.copyOf(words);
    }

    private static String said(Place member, List<String> values) {
        String title = member.words("title");
        String description = member.words("description");
        boolean titleSaysMore = values.size() == 1 && !letters(title).equals(letters(values.get(0)));
        return Stream.of(titleSaysMore ? title : "", description)
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining(" - "));
    }

    /** Objects and unions of objects bear their own words wherever they are shown. */
    private boolean isDeclared(Place shape) {
        boolean ofObjects = false;
        for (String combinator : List.of("oneOf", "anyOf")) {
            Place list = shape.child(combinator);
            for (int i = 0; list.node().isArray() && i < list.node().size(); i++) {
                ofObjects |= isObject(tree.follow(list.child(i)).node());
            }
        }
        return ofObjects || isObject(shape.node());
    }

    private static boolean isObject(JsonNode node) {
        return !node.path("properties").isEmpty() || node.has("allOf");
    }

    /** Null as a default says nothing. */
    private static @Nullable String defaultValue(TypeModel type, Place... places) {
        for (Place place : places) {
            JsonNode value = place.node().path("default");
            if (!value.isMissingNode()) {
                return !value.isNull() && Values.fit(type, value) ? value.toString() : null;
            }
        }
        return null;
    }

    private static List<String> examples(TypeModel type, Place... places) {
        for (Place place : places) {
            List<JsonNode> examples = examples(place.node());
            if (!examples.isEmpty()) {
                return examples.stream()
                        .filter(example -> !example.isNull() && Values.fit(type, example))
                        .map(JsonNode::toString)
                        .distinct()
                        .toList();
            }
        }
        return List.of();
    }

    /** One value (3.0), a list of them (3.1), or named ones with their values within (parameters and media types). */
    private static List<JsonNode> examples(JsonNode node) {
        List<JsonNode> examples = new ArrayList<>();
        if (node.has("example")) {
            examples.add(node.path("example"));
        } else if (node.path("examples").isArray()) {
            node.path("examples").forEach(examples::add);
        } else {
            node.path("examples").forEach(example -> {
                if (example.has("value")) {
                    examples.add(example.path("value"));
                }
            });
        }
        return examples;
    }

    private static boolean flag(String key, Place... places) {
        for (Place place : places) {
            if (place.node().path(key).asBoolean(false)) {
                return true;
            }
        }
        return false;
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }
}
