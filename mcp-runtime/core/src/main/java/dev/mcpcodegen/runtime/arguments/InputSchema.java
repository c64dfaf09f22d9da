package dev.mcpcodegen.runtime.arguments;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One place in a tool's input schema (JSON Schema 2020-12), with local {@code $ref} and {@code allOf} seen through. Says what is declared,
 * decides nothing about a value. Thread-safe.
 */
public final class InputSchema {

    private final Places places;
    private final List<ObjectNode> parts = new ArrayList<>();

    // Filled when they are first asked for. Finding out twice does no harm, so racing calls are not made to wait.
    private volatile @Nullable Map<String, InputSchema> declaredProperties;
    private volatile @Nullable InputSchema otherProperties;
    private volatile @Nullable InputSchema items;
    private volatile @Nullable List<InputSchema> alternatives;
    private volatile @Nullable Set<String> types;
    private volatile @Nullable Set<String> required;

    private InputSchema(Places places, JsonNode declared) {
        this.places = places;
        collect(declared, identitySet());
    }

    /** Begins at the root of a tool's input schema, which must not be changed any more. Worth keeping: what was found out is remembered. */
    public static InputSchema of(ObjectNode root) {
        return new Places(root).at(root);
    }

    /** Returns the schema of a property; one that allows everything where nothing is said. */
    public InputSchema property(String name) {
        Map<String, InputSchema> known = declaredProperties;
        if (known == null) {
            known = findDeclaredProperties();
            declaredProperties = known;
        }
        InputSchema declared = known.get(name);
        return declared == null ? otherProperty() : declared;
    }

    private Map<String, InputSchema> findDeclaredProperties() {
        Map<String, InputSchema> found = new HashMap<>();
        for (ObjectNode part : parts) {
            part.path("properties").forEachEntry((name, property) -> {
                if (property.isObject()) {
                    found.putIfAbsent(name, places.at(property));
                }
            });
        }
        return found;
    }

    private InputSchema otherProperty() {
        InputSchema known = otherProperties;
        if (known == null) {
            known = first("additionalProperties")
                    .or(() -> first("unevaluatedProperties"))
                    .orElse(places.anything);
            otherProperties = known;
        }
        return known;
    }

    /** Returns the schema of an array's items. */
    public InputSchema items() {
        InputSchema known = items;
        if (known == null) {
            boolean differ = parts.stream().anyMatch(part -> part.has("prefixItems"));
            known = differ ? places.anything : first("items").orElse(places.anything);
            items = known;
        }
        return known;
    }

    /** Names the JSON types that are allowed, in schema order; empty when any is. */
    public Set<String> types() {
        Set<String> known = types;
        if (known == null) {
            known = Collections.unmodifiableSet(types(identitySet()));
            types = known;
        }
        return known;
    }

    /** Whether the schema says that null is among the allowed values, or says nothing of types. */
    public boolean admitsNull() {
        Set<String> types = types();
        return types.isEmpty() || types.contains("null");
    }

    /** Whether an object of this schema must have the property. */
    public boolean requires(String property) {
        Set<String> known = required;
        if (known == null) {
            known = parts.stream()
                    .flatMap(part -> part.path("required").valueStream())
                    .map(name -> name.asString(""))
                    .collect(Collectors.toUnmodifiableSet());
            required = known;
        }
        return known.contains(property);
    }

    /** Names the declared properties, in schema order. */
    public Set<String> properties() {
        Set<String> names = new LinkedHashSet<>();
        parts.forEach(part -> part.path("properties").propertyNames().forEach(names::add));
        return names;
    }

    /** Returns a keyword's text, such as {@code format} or {@code description}; empty when there is none. */
    public String text(String keyword) {
        JsonNode value = keyword(keyword);
        return value == null ? "" : value.asString("");
    }

    /** Returns the values that are allowed, in schema order; none when any is. */
    List<JsonNode> values() {
        JsonNode constant = keyword("const");
        JsonNode values = keyword("enum");
        return constant != null
                ? List.of(constant)
                : values == null ? List.of() : values.valueStream().toList();
    }

    /** Whether a boolean keyword, such as {@code writeOnly}, is set. */
    public boolean flag(String keyword) {
        JsonNode value = keyword(keyword);
        return value != null && value.asBoolean(false);
    }

    /**
     * Returns what a value of a type is held against: this schema, or of several alternatives the only one that allows the type.
     * Where more than one does, nothing is assumed.
     */
    InputSchema whenOf(String type) {
        List<InputSchema> alternatives = alternatives();
        if (alternatives.isEmpty() || keyword("properties") != null || keyword("items") != null) {
            return this;
        }
        List<InputSchema> fitting = alternatives.stream()
                .filter(alternative -> alternative.types().contains(type))
                .toList();
        return fitting.size() == 1 ? fitting.get(0) : places.anything;
    }

    /** Follows a path of keywords, as validation walked it. */
    InputSchema follow(List<Object> evaluationPath) {
        JsonNode node = places.root;
        for (Object step : evaluationPath) {
            if (step.equals("$ref")) {
                node = target(node.path("$ref"));
            } else {
                node = step instanceof Integer index ? node.path(index) : node.path(step.toString());
            }
        }
        return places.at(node);
    }

    /** Each alternative counts once: schemas may be cyclic. */
    private Set<String> types(Set<ObjectNode> seen) {
        Set<String> types = new LinkedHashSet<>();
        JsonNode declared = keyword("type");
        JsonNode values = keyword("enum");
        JsonNode constant = keyword("const");
        if (declared != null && declared.isArray()) {
            declared.forEach(type -> types.add(type.asString("")));
        } else if (declared != null) {
            types.add(declared.asString(""));
        } else if (values != null) {
            values.forEach(value -> types.add(JsonTypes.of(value)));
        } else if (constant != null) {
            types.add(JsonTypes.of(constant));
        } else {
            for (InputSchema alternative : alternatives()) {
                if (seen.addAll(alternative.parts) || alternative.parts.isEmpty()) {
                    Set<String> more = alternative.types(seen);
                    if (more.isEmpty()) {
                        return Set.of();
                    }
                    types.addAll(more);
                }
            }
        }
        return types;
    }

    private List<InputSchema> alternatives() {
        List<InputSchema> known = alternatives;
        if (known == null) {
            known = parts.stream()
                    .flatMap(part -> Stream.of("anyOf", "oneOf")
                            .flatMap(keyword -> part.path(keyword).valueStream()))
                    .map(places::at)
                    .toList();
            alternatives = known;
        }
        return known;
    }

    private @Nullable JsonNode keyword(String name) {
        for (ObjectNode part : parts) {
            JsonNode value = part.get(name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private Optional<InputSchema> first(String keyword) {
        return parts.stream()
                .map(part -> part.path(keyword))
                .filter(JsonNode::isObject)
                .findFirst()
                .map(places::at);
    }

    private void collect(JsonNode node, Set<ObjectNode> seen) {
        if (!(node instanceof ObjectNode schema) || !seen.add(schema)) {
            return;
        }
        parts.add(schema);
        if (schema.has("$ref")) {
            collect(target(schema.path("$ref")), seen);
        }
        schema.path("allOf").forEach(part -> collect(part, seen));
    }

    private JsonNode target(JsonNode reference) {
        String pointer = reference.asString("");
        JsonNode root = places.root;
        return pointer.startsWith("#/") ? root.at(pointer.substring(1)) : pointer.equals("#") ? root : root.path("");
    }

    private static Set<ObjectNode> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** The places of one schema, each once: a recursive schema has endless paths, but only as many places as it is long. */
    private static final class Places {

        private final JsonNode root;
        private final InputSchema anything = new InputSchema(this, JsonNodeFactory.instance.objectNode());
        private final Map<Node, InputSchema> known = new ConcurrentHashMap<>();

        Places(JsonNode root) {
            this.root = root;
        }

        InputSchema at(JsonNode declared) {
            return known.computeIfAbsent(new Node(declared), node -> new InputSchema(this, declared));
        }
    }

    /** Equal only if it is the same: what two places say may be the same, too, but takes long to compare. */
    private static final class Node {

        private final JsonNode node;

        Node(JsonNode node) {
            this.node = node;
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // What this class is for.
        public boolean equals(@Nullable Object other) {
            return other instanceof Node that && that.node == node;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(node);
        }
    }
}
