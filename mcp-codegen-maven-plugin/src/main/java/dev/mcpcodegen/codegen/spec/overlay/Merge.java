package dev.mcpcodegen.codegen.spec.overlay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import dev.mcpcodegen.codegen.spec.tree.Origins;
import dev.mcpcodegen.codegen.spec.tree.Pointers;
import java.util.Map;

/** The recursive merge of the Overlay Specification: objects are merged, arrays concatenated, primitives replaced. */
final class Merge {

    private final Origins origins;

    Merge(Origins origins) {
        this.origins = origins;
    }

    void into(ObjectNode target, ObjectNode update) throws IncompatibleException {
        refuseMisfit(target, update, "");
        apply(target, update);
    }

    void append(ArrayNode target, ArrayNode elements) {
        elements.forEach(element -> target.add(origins.copy(element)));
    }

    /** Nothing is changed when a part does not fit. */
    private void refuseMisfit(ObjectNode target, ObjectNode update, String pointer) throws IncompatibleException {
        for (Map.Entry<String, JsonNode> member : update.properties()) {
            JsonNode old = target.get(member.getKey());
            String place = Pointers.child(pointer, member.getKey());
            if (old instanceof ObjectNode a && member.getValue() instanceof ObjectNode b) {
                refuseMisfit(a, b, place);
            } else if (old != null && !member.getValue().isNull() && !sameKind(old, member.getValue())) {
                throw new IncompatibleException("The update's \"" + place + "\" is " + kind(member.getValue())
                        + ", but what is there is " + kind(old) + ".");
            }
        }
    }

    private void apply(ObjectNode target, ObjectNode update) {
        for (Map.Entry<String, JsonNode> member : update.properties()) {
            String name = member.getKey();
            JsonNode old = target.get(name);
            JsonNode added = member.getValue();
            if (old instanceof ObjectNode a && added instanceof ObjectNode b) {
                apply(a, b);
            } else if (old instanceof ArrayNode a && added instanceof ArrayNode b) {
                append(a, b);
            } else if (old == null || !old.isContainerNode()) {
                place(target, update, name, added);
            }
            // A null for an object or array changes nothing: the specification's own example writes empty members.
        }
    }

    private void place(ObjectNode target, ObjectNode update, String name, JsonNode added) {
        SourceLocation place = origins.ofMember(update, name);
        target.set(name, origins.copy(added));
        if (place != null) {
            origins.putMember(target, name, place);
        }
    }

    private static boolean sameKind(JsonNode a, JsonNode b) {
        return a.isObject() == b.isObject() && a.isArray() == b.isArray();
    }

    static String kind(JsonNode node) {
        if (node.isObject()) {
            return "an object";
        }
        return node.isArray() ? "an array" : "a plain value";
    }
}
