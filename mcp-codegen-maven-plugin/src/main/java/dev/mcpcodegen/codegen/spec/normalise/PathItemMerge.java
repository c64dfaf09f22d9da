package dev.mcpcodegen.codegen.spec.normalise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.spec.tree.Origins;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Puts the operations of one path item into another, when two keys or documents turn out to mean the same path. */
final class PathItemMerge {

    /** The fixed method fields of a Path Item Object (OpenAPI 3.2, 4.8.10.1). */
    static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "query");

    private static final String ADDITIONAL = "additionalOperations";

    private final Origins origins;

    PathItemMerge(Origins origins) {
        this.origins = origins;
    }

    /** Moves operations; returns the methods that are there already, which stay as they are. */
    List<String> into(ObjectNode target, ObjectNode source) {
        List<String> clashes = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : new ArrayList<>(source.properties())) {
            if (METHODS.contains(member.getKey())) {
                move(member.getKey(), member.getValue(), target, source, clashes);
            }
        }
        if (source.get(ADDITIONAL) instanceof ObjectNode additional) {
            ObjectNode operations = SwaggerParameters.child(target, ADDITIONAL);
            additional
                    .properties()
                    .forEach(method -> move(method.getKey(), method.getValue(), operations, source, clashes));
        }
        return clashes;
    }

    private void move(String method, JsonNode operation, ObjectNode target, ObjectNode pathItem, List<String> clashes) {
        if (target.has(method)) {
            clashes.add(method.toUpperCase(Locale.ROOT));
            return;
        }
        if (operation instanceof ObjectNode object) {
            pushDown(pathItem, object);
        }
        target.set(method, operation);
    }

    /** What the path item says of all its operations, said by one of them. */
    private void pushDown(ObjectNode pathItem, ObjectNode operation) {
        for (String member : List.of("servers", "x-mcp")) {
            if (pathItem.has(member) && !operation.has(member)) {
                operation.set(member, pathItem.get(member));
            }
        }
        if (pathItem.get("parameters") instanceof ArrayNode shared && !shared.isEmpty()) {
            ArrayNode parameters = operation.arrayNode();
            origins.derive(parameters, shared);
            // The reader lets a later parameter take the place of an earlier one.
            shared.forEach(parameters::add);
            operation.path("parameters").forEach(parameters::add);
            operation.set("parameters", parameters);
        }
    }
}
