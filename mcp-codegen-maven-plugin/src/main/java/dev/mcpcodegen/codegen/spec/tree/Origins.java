package dev.mcpcodegen.codegen.spec.tree;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The origins of all objects and arrays of a tree, by identity, so that they survive moving and merging. Scalars are shared
 * objects in Jackson, so theirs hang at what holds them.
 */
public final class Origins {

    private final IdentityHashMap<JsonNode, Origin> containers = new IdentityHashMap<>();
    private final IdentityHashMap<JsonNode, Map<String, SourceLocation>> members = new IdentityHashMap<>();

    /** Remembers where an object or array was written. */
    public void put(JsonNode container, Origin origin) {
        containers.put(container, origin);
    }

    /** Remembers that an object or array was made of another, and so was written where that was. */
    public void derive(JsonNode made, JsonNode source) {
        Origin origin = containers.get(source);
        if (origin != null) {
            containers.put(made, origin);
        }
        Map<String, SourceLocation> placed = members.get(source);
        if (placed != null) {
            members.put(made, new HashMap<>(placed));
        }
    }

    /** Remembers that a member of an object was written elsewhere than the object. */
    public void putMember(ObjectNode holder, String name, SourceLocation location) {
        members.computeIfAbsent(holder, n -> new HashMap<>()).put(name, location);
    }

    /** Place of an object or array; null when it was made rather than read. */
    public @Nullable SourceLocation of(JsonNode container) {
        Origin origin = containers.get(container);
        return origin == null ? null : origin.location();
    }

    /** Place of a member or element; null when neither it nor what holds it was read. */
    public @Nullable SourceLocation ofMember(JsonNode holder, String token) {
        Map<String, SourceLocation> placed = members.get(holder);
        if (placed != null && placed.containsKey(token)) {
            return placed.get(token);
        }
        JsonNode child = Pointers.step(holder, token);
        if (child != null && child.isContainerNode()) {
            return of(child);
        }
        Origin origin = containers.get(holder);
        return child == null || origin == null ? null : origin.scalarLocation(token);
    }

    /** Place of what a pointer names, or of the nearest ancestor whose place is known; null when not even the root's is. */
    public @Nullable SourceLocation locate(JsonNode root, String pointer) {
        SourceLocation nearest = of(root);
        JsonNode node = root;
        for (String token : Pointers.tokens(pointer)) {
            SourceLocation known = ofMember(node, token);
            nearest = known == null ? nearest : known;
            node = Pointers.step(node, token);
            if (node == null) {
                break;
            }
        }
        return nearest;
    }

    /** Deep copy whose parts have the origins of the parts they are copies of. */
    public JsonNode copy(JsonNode node) {
        if (!node.isContainerNode()) {
            return node;
        }
        JsonNode copy;
        if (node instanceof ObjectNode object) {
            ObjectNode result = object.objectNode();
            object.properties().forEach(member -> result.set(member.getKey(), copy(member.getValue())));
            copy = result;
        } else {
            ArrayNode result = ((ArrayNode) node).arrayNode(node.size());
            node.forEach(element -> result.add(copy(element)));
            copy = result;
        }
        derive(copy, node);
        return copy;
    }
}
