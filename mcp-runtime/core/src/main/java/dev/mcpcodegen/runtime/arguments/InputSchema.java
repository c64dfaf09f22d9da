package dev.mcpcodegen.runtime.arguments;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One place in a tool's input schema (JSON Schema 2020-12), with local {@code $ref} and {@code allOf} seen through. Pure; says what
 * is declared, decides nothing about a value.
 */
public final class InputSchema {

    private final JsonNode root;
    private final List<ObjectNode> parts;

    private InputSchema(JsonNode root, JsonNode declared) {
        this.root = root;
        this.parts = new ArrayList<>();
        collect(declared, identitySet());
    }

    /** Begins at the root of a tool's input schema. */
    public static InputSchema of(ObjectNode root) {
        return new InputSchema(root, root);
    }

    /** Returns the schema of a property; one that allows everything where nothing is said. */
    public InputSchema property(String name) {
        return first(part -> part.path("properties").get(name), JsonNode::isObject)
                .or(() -> first(part -> part.get("additionalProperties"), JsonNode::isObject))
                .or(() -> first(part -> part.get("unevaluatedProperties"), JsonNode::isObject))
                .orElseGet(this::anything);
    }

    /** Returns the schema of an array's items. */
    public InputSchema items() {
        if (parts.stream().anyMatch(part -> part.has("prefixItems"))) {
            return anything();
        }
        return first(part -> part.get("items"), JsonNode::isObject).orElseGet(this::anything);
    }

    /** Names the JSON types that are allowed, in schema order; empty when any is. */
    public Set<String> types() {
        return types(identitySet());
    }

    /** Whether the schema says that null is among the allowed values, or says nothing of types. */
    public boolean admitsNull() {
        Set<String> types = types();
        return types.isEmpty() || types.contains("null");
    }

    /** Whether an object of this schema must have the property. */
    public boolean requires(String property) {
        return parts.stream()
                .flatMap(part -> part.path("required").valueStream())
                .anyMatch(name -> name.asString("").equals(property));
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
        return fitting.size() == 1 ? fitting.get(0) : anything();
    }

    /** Follows a path of keywords, as validation walked it. */
    InputSchema follow(List<Object> evaluationPath) {
        JsonNode node = root;
        for (Object step : evaluationPath) {
            if (step.equals("$ref")) {
                node = target(node.path("$ref"));
            } else {
                node = step instanceof Integer index ? node.path(index) : node.path(step.toString());
            }
        }
        return new InputSchema(root, node);
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
        return parts.stream()
                .flatMap(part -> Stream.of("anyOf", "oneOf")
                        .flatMap(keyword -> part.path(keyword).valueStream()))
                .map(alternative -> new InputSchema(root, alternative))
                .toList();
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

    private Optional<InputSchema> first(Function<ObjectNode, @Nullable JsonNode> of, Predicate<JsonNode> usable) {
        for (ObjectNode part : parts) {
            JsonNode found = of.apply(part);
            if (found != null && usable.test(found)) {
                return Optional.of(new InputSchema(root, found));
            }
        }
        return Optional.empty();
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
        return pointer.startsWith("#/") ? root.at(pointer.substring(1)) : pointer.equals("#") ? root : root.path("");
    }

    private static Set<ObjectNode> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private InputSchema anything() {
        return new InputSchema(root, JsonNodeFactory.instance.objectNode());
    }
}
