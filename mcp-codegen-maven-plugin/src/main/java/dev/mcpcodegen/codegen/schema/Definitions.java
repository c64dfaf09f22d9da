package dev.mcpcodegen.codegen.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
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
        for (String name : leavesFirst(root)) {
            if (all.containsKey(name) && !reaches(name, name)) {
                settle(name, root);
            }
        }
        Set<String> used = new LinkedHashSet<>();
        collect(root, used);
        ObjectNode remaining = JsonNodeFactory.instance.objectNode();
        used.forEach(name -> remaining.set(name, get(name)));
        return remaining.isEmpty() ? Optional.empty() : Optional.of(remaining);
    }

    private void settle(String name, ObjectNode root) {
        ObjectNode schema = get(name);
        int[] uses = {0};
        Consumer<ObjectNode> count = node -> uses[0] += isReferenceTo(name, node) ? 1 : 0;
        everywhere(root, count);
        int size = schema.toString().length();
        int reference = PREFIX.length() + name.length() + "{'$ref':''}".length();
        int saved = (uses[0] - 1) * size - uses[0] * reference - name.length();
        if (uses[0] <= 1 || saved < WORTH) {
            everywhere(root, node -> {
                if (isReferenceTo(name, node)) {
                    replace(node, schema);
                }
            });
            all.remove(name);
        }
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

    private void everywhere(ObjectNode root, Consumer<ObjectNode> action) {
        visit(root, action);
        all.values().forEach(schema -> visit(schema, action));
    }

    private static boolean isReferenceTo(String name, ObjectNode node) {
        return node.path("$ref").asText().equals(PREFIX + name);
    }

    private Set<String> leavesFirst(ObjectNode root) {
        Set<String> ordered = new LinkedHashSet<>();
        referencesIn(root).forEach(name -> order(name, new HashSet<>(), ordered));
        return ordered;
    }

    private void order(String name, Set<String> begun, Set<String> ordered) {
        if (!ordered.contains(name) && begun.add(name)) {
            referencesIn(get(name)).forEach(next -> order(next, begun, ordered));
            ordered.add(name);
        }
    }

    private boolean reaches(String from, String target) {
        Set<String> reached = new HashSet<>();
        List<String> next = List.copyOf(referencesIn(get(from)));
        while (!next.isEmpty()) {
            if (next.contains(target)) {
                return true;
            }
            next = next.stream()
                    .filter(reached::add)
                    .flatMap(name -> referencesIn(get(name)).stream())
                    .distinct()
                    .toList();
        }
        return false;
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
        visit(schema, node -> {
            if (node.path("$ref").isTextual()) {
                names.add(node.path("$ref").asText().substring(PREFIX.length()));
            }
        });
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
