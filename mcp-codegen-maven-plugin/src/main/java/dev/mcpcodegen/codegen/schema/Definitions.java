package dev.mcpcodegen.codegen.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The {@code $defs} of one schema document. Everything that could be one is written once; at the end what occurs once, or is short, is
 * put where it is used: some clients follow no references, and all of them read what stands in its place more easily.
 */
final class Definitions {

    private static final String PREFIX = "#/$defs/";

    /** What a reference has to save, in characters, before it is worth one. */
    private static final int WORTH = 160;

    private final Map<String, ObjectNode> all = new LinkedHashMap<>();

    /** The places that refer to a definition. */
    private final Map<String, Set<ObjectNode>> uses = new HashMap<>();

    static ObjectNode reference(String name) {
        return JsonNodeFactory.instance.objectNode().put("$ref", PREFIX + name);
    }

    boolean has(String name) {
        return all.containsKey(name);
    }

    void put(String name, ObjectNode schema) {
        all.put(name, schema);
    }

    private ObjectNode get(String name) {
        return Objects.requireNonNull(all.get(name), name);
    }

    /** Puts definitions where they are used; returns those that remain. */
    Optional<ObjectNode> settle(ObjectNode root) {
        Map<String, Set<String>> references = new LinkedHashMap<>();
        all.forEach((name, schema) -> references.put(name, referencesIn(schema)));
        Set<String> cyclic = Cycles.of(references);
        use(root);
        all.values().forEach(this::use);
        for (String name : leavesFirst(root, references)) {
            if (!cyclic.contains(name)) {
                settle(name);
            }
        }
        Set<String> used = new LinkedHashSet<>();
        collect(root, used);
        ObjectNode remaining = JsonNodeFactory.instance.objectNode();
        used.forEach(name -> remaining.set(name, get(name)));
        return remaining.isEmpty() ? Optional.empty() : Optional.of(remaining);
    }

    private void settle(String name) {
        ObjectNode schema = get(name);
        Set<ObjectNode> places = uses.getOrDefault(name, Set.of());
        int size = schema.toString().length();
        int reference = PREFIX.length() + name.length() + "{'$ref':''}".length();
        long saved = (places.size() - 1L) * size - (long) places.size() * reference - name.length();
        if (places.size() <= 1 || saved < WORTH) {
            visit(schema, node -> target(node).ifPresent(next -> used(next).remove(node)));
            places.forEach(place -> {
                replace(place, schema);
                use(place);
            });
            all.remove(name);
        }
    }

    private void use(ObjectNode schema) {
        visit(schema, node -> target(node).ifPresent(name -> used(name).add(node)));
    }

    private Set<ObjectNode> used(String name) {
        return uses.computeIfAbsent(name, key -> Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** What is said beside a reference is nearer than what the definition says itself. */
    private static void replace(ObjectNode reference, ObjectNode schema) {
        reference.remove("$ref");
        ObjectNode beside = reference.deepCopy();
        reference.removeAll();
        reference.setAll(schema.deepCopy());
        if (beside.has("description")) {
            reference.remove("description");
        }
        reference.setAll(beside);
    }

    private static Optional<String> target(ObjectNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isTextual() ? Optional.of(reference.asText().substring(PREFIX.length())) : Optional.empty();
    }

    private static Set<String> leavesFirst(ObjectNode root, Map<String, Set<String>> references) {
        Set<String> ordered = new LinkedHashSet<>();
        referencesIn(root).forEach(name -> order(name, references, new HashSet<>(), ordered));
        return ordered;
    }

    private static void order(
            String name, Map<String, Set<String>> references, Set<String> begun, Set<String> ordered) {
        if (!ordered.contains(name) && begun.add(name)) {
            Objects.requireNonNull(references.get(name), name).forEach(next -> order(next, references, begun, ordered));
            ordered.add(name);
        }
    }

    private void collect(ObjectNode schema, Set<String> used) {
        for (String name : referencesIn(schema)) {
            if (used.add(name)) {
                collect(get(name), used);
            }
        }
    }

    private static Set<String> referencesIn(ObjectNode schema) {
        Set<String> names = new LinkedHashSet<>();
        visit(schema, node -> target(node).ifPresent(names::add));
        return names;
    }

    /** Visits schemas only: a property may be called {@code $ref}, and an example may hold anything. */
    private static void visit(ObjectNode schema, Consumer<ObjectNode> action) {
        for (String keyword : List.of("properties", "$defs")) {
            schema.path(keyword).forEach(child -> visitSchema(child, action));
        }
        for (String keyword : List.of("items", "additionalProperties")) {
            visitSchema(schema.path(keyword), action);
        }
        if (schema.path("anyOf") instanceof ArrayNode alternatives) {
            alternatives.forEach(child -> visitSchema(child, action));
        }
        action.accept(schema);
    }

    private static void visitSchema(JsonNode child, Consumer<ObjectNode> action) {
        if (child instanceof ObjectNode schema) {
            visit(schema, action);
        }
    }
}
