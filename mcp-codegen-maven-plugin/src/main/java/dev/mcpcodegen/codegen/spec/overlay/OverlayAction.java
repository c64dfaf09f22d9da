package dev.mcpcodegen.codegen.spec.overlay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.diagnostic.DiagnosticScope;
import dev.mcpcodegen.codegen.spec.jsonpath.JsonPath;
import dev.mcpcodegen.codegen.spec.jsonpath.JsonPathException;
import dev.mcpcodegen.codegen.spec.jsonpath.PathNode;
import dev.mcpcodegen.codegen.spec.tree.Origins;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One action of an overlay, applied to a document. */
final class OverlayAction {

    private final ObjectNode action;
    private final boolean version11;
    private final Origins origins;
    private final DiagnosticScope scope;

    OverlayAction(ObjectNode action, boolean version11, Origins origins, DiagnosticScope scope) {
        this.action = action;
        this.version11 = version11;
        this.origins = origins;
        this.scope = scope;
    }

    /** Applies to each document in which the target is; to be in one of them is enough. */
    void apply(Collection<ObjectNode> documents) {
        JsonNode target = action.get("target");
        if (target == null || !target.isTextual()) {
            scope.error("The action has no target.", "Give it a `target`, a JSONPath like $.paths['/x'].get.");
            return;
        }
        try {
            JsonPath path = JsonPath.parse(target.textValue());
            boolean matched = false;
            for (ObjectNode document : documents) {
                List<PathNode> targets = path.select(document);
                matched |= !targets.isEmpty();
                if (targets.isEmpty()) {
                    continue;
                }
                if (action.path("remove").asBoolean(false)) {
                    remove(targets);
                } else {
                    update(targets, value(document));
                }
            }
            if (!matched) {
                scope.warning(
                        "The target " + target.textValue() + " matches nothing.",
                        "Correct it, or remove the action if the document no longer needs it.");
            }
        } catch (JsonPathException e) {
            scope.error(e.reason(), "Write the JSONPath by RFC 9535.");
        } catch (IncompatibleException e) {
            scope.error(
                    String.valueOf(e.getMessage()),
                    "Remove the old value with an action before, or correct the update.");
        }
    }

    private @Nullable JsonNode value(ObjectNode document) throws JsonPathException, IncompatibleException {
        JsonNode copy = action.get("copy");
        if (copy == null || !version11) {
            return action.get("update");
        }
        if (action.has("update")) {
            throw new IncompatibleException("The action has both `update` and `copy`.");
        }
        List<PathNode> sources = JsonPath.parse(copy.asText()).select(document);
        if (sources.size() != 1) {
            throw new IncompatibleException(
                    "`copy` must select one node, but " + copy.asText() + " selects " + sources.size() + ".");
        }
        // A copy, because what is copied may hold the target or be it.
        return origins.copy(sources.get(0).value());
    }

    private void remove(List<PathNode> targets) {
        // A query may select a node twice.
        List<PathNode> order = new ArrayList<>(byPointer(targets).values());
        // The last elements first, so that the indexes of the others stay right.
        order.sort(Comparator.comparingInt(OverlayAction::index).reversed());
        for (PathNode node : order) {
            PathNode parent = node.parent();
            if (parent == null) {
                scope.error("The whole document cannot be removed.", "Correct the target.");
            } else if (parent.value() instanceof ObjectNode object) {
                object.remove(node.token());
            } else if (parent.value() instanceof ArrayNode array) {
                array.remove(index(node));
            }
        }
    }

    private static Map<String, PathNode> byPointer(List<PathNode> nodes) {
        Map<String, PathNode> byPointer = new LinkedHashMap<>();
        nodes.forEach(node -> byPointer.put(node.pointer(), node));
        return byPointer;
    }

    private static int index(PathNode node) {
        PathNode parent = node.parent();
        return parent != null && parent.value().isArray() ? Integer.parseInt(node.token()) : -1;
    }

    private void update(List<PathNode> targets, @Nullable JsonNode value) throws IncompatibleException {
        if (value == null) {
            throw new IncompatibleException("The action has no `update`, `copy` or `remove: true`.");
        }
        String kind = Merge.kind(targets.get(0).value());
        for (PathNode target : targets) {
            if (!Merge.kind(target.value()).equals(kind)) {
                throw new IncompatibleException("The target selects nodes of different kinds.");
            }
        }
        for (PathNode target : byPointer(targets).values()) {
            update(target, value);
        }
    }

    private void update(PathNode target, JsonNode value) throws IncompatibleException {
        Merge merge = new Merge(origins);
        if (target.value() instanceof ObjectNode object) {
            if (!(value instanceof ObjectNode members)) {
                throw new IncompatibleException(
                        "The target is an object, but the update is " + Merge.kind(value) + ".");
            }
            merge.into(object, members);
        } else if (target.value() instanceof ArrayNode array) {
            // Overlay 1.0 appends whatever it is as one element; 1.1 concatenates an array.
            if (version11 && value instanceof ArrayNode elements) {
                merge.append(array, elements);
            } else {
                array.add(origins.copy(value));
            }
        } else {
            replace(target, value);
        }
    }

    private void replace(PathNode target, JsonNode value) throws IncompatibleException {
        if (!version11) {
            throw new IncompatibleException("Overlay 1.0 cannot update a plain value; 1.1 can.");
        }
        if (value.isContainerNode()) {
            throw new IncompatibleException(
                    "The target is a plain value, but the update is " + Merge.kind(value) + ".");
        }
        PathNode parent = target.parent();
        if (parent != null && parent.value() instanceof ObjectNode object) {
            object.set(target.token(), value);
            origins.putMember(object, target.token(), scope.location());
        } else if (parent != null && parent.value() instanceof ArrayNode array) {
            array.set(Integer.parseInt(target.token()), value);
        }
    }
}
