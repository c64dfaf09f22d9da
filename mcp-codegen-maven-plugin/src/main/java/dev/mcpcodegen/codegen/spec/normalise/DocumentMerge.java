package dev.mcpcodegen.codegen.spec.normalise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import dev.mcpcodegen.codegen.spec.tree.Origins;
import dev.mcpcodegen.codegen.spec.tree.Pointers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts further OpenAPI 3 documents of an integration into its first one. Each keeps what it says of all its operations, its servers and
 * its security, as told by its path items and operations; a component whose name is taken gets another.
 */
public final class DocumentMerge {

    private static final String COMPONENTS = "#/components/";

    private final ObjectNode first;
    private final Origins origins;
    private final Diagnostics diagnostics;
    private final List<LeftOut> leftOut = new ArrayList<>();

    /** Into one document, which is changed in place. */
    public DocumentMerge(ObjectNode first, Origins origins, Diagnostics diagnostics) {
        this.first = first;
        this.origins = origins;
        this.diagnostics = diagnostics;
    }

    /** Operations that were left out so far, because a document before had their method and path. */
    public List<LeftOut> leftOut() {
        return leftOut;
    }

    /** Adds a document, which is useless afterwards. */
    public void add(ObjectNode document) {
        Map<String, String> renamed = components(document);
        if (!renamed.isEmpty()) {
            rename(document, renamed);
        }
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            if (path.getValue() instanceof ObjectNode item && !path.getKey().startsWith("x-")) {
                ownServers(document, item);
                ownSecurity(document, item);
                path(path.getKey(), item);
            }
        }
        document.path("tags").forEach(array("tags")::add);
        if (document.has("webhooks") && !first.has("webhooks")) {
            first.set("webhooks", document.get("webhooks"));
        }
    }

    private ArrayNode array(String name) {
        return first.get(name) instanceof ArrayNode existing ? existing : first.putArray(name);
    }

    /** Moves the components; returns what references of those with a new name become. */
    private Map<String, String> components(ObjectNode document) {
        Map<String, String> renamed = new HashMap<>();
        boolean shared = sameWhereNamesMeet(document);
        for (Map.Entry<String, JsonNode> kind : document.path("components").properties()) {
            if (kind.getKey().startsWith("x-") || !kind.getValue().isObject()) {
                continue;
            }
            ObjectNode target = SwaggerParameters.child(SwaggerParameters.child(first, "components"), kind.getKey());
            for (Map.Entry<String, JsonNode> component : kind.getValue().properties()) {
                String name = component.getKey();
                if (!target.has(name)) {
                    target.set(name, component.getValue());
                } else if (!shared) {
                    String free = freeName(target, (ObjectNode) kind.getValue(), name);
                    target.set(free, component.getValue());
                    String holder = COMPONENTS + kind.getKey();
                    renamed.put(Pointers.child(holder, name), Pointers.child(holder, free));
                }
            }
        }
        return renamed;
    }

    /** One that differs makes all differ: others refer to it. */
    private boolean sameWhereNamesMeet(ObjectNode document) {
        for (Map.Entry<String, JsonNode> kind : document.path("components").properties()) {
            for (Map.Entry<String, JsonNode> component : kind.getValue().properties()) {
                JsonNode known = first.path("components").path(kind.getKey()).path(component.getKey());
                if (!known.isMissingNode() && !known.equals(component.getValue())) {
                    return false;
                }
            }
        }
        return true;
    }

    private static String freeName(ObjectNode target, ObjectNode own, String wished) {
        for (int i = 2; ; i++) {
            String name = wished + "_" + i;
            if (!target.has(name) && !own.has(name)) {
                return name;
            }
        }
    }

    /** Follows a component to its new name wherever one is named: in references, mappings and security requirements. */
    private static void rename(JsonNode node, Map<String, String> renamed) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : new ArrayList<>(object.properties())) {
                if (member.getValue().isTextual()) {
                    String text = member.getValue().textValue();
                    String target = renamed(text, renamed);
                    if (!target.equals(text)) {
                        object.put(member.getKey(), target);
                    }
                } else if (member.getKey().equals("security")) {
                    member.getValue().forEach(requirement -> renameSchemes(requirement, renamed));
                } else {
                    rename(member.getValue(), renamed);
                }
            }
        } else {
            node.forEach(element -> rename(element, renamed));
        }
    }

    private static String renamed(String text, Map<String, String> renamed) {
        if (!text.startsWith(COMPONENTS)) {
            return text;
        }
        int kind = text.indexOf('/', COMPONENTS.length());
        int end = kind < 0 ? -1 : text.indexOf('/', kind + 1);
        String component = end < 0 ? text : text.substring(0, end);
        return renamed.getOrDefault(component, component) + (end < 0 ? "" : text.substring(end));
    }

    private static void renameSchemes(JsonNode requirement, Map<String, String> renamed) {
        if (requirement instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> scheme : new ArrayList<>(object.properties())) {
                String pointer = Pointers.child(COMPONENTS + "securitySchemes", scheme.getKey());
                String target = renamed.get(pointer);
                if (target != null) {
                    object.remove(scheme.getKey());
                    object.set(Pointers.tokens(target.substring(1)).get(2), scheme.getValue());
                }
            }
        }
    }

    private void ownServers(ObjectNode document, ObjectNode item) {
        if (document.has("servers")
                && !item.has("servers")
                && !document.get("servers").equals(first.get("servers"))) {
            item.set("servers", document.get("servers"));
        }
    }

    private void ownSecurity(ObjectNode document, ObjectNode item) {
        JsonNode security = document.has("security") ? document.get("security") : document.arrayNode();
        if (!document.has("security") && !first.has("security")) {
            return;
        }
        item.forEach(member -> {
            if (member instanceof ObjectNode operation && operation.has("responses") && !operation.has("security")) {
                operation.set("security", security);
            }
        });
    }

    private void path(String path, ObjectNode item) {
        ObjectNode paths = SwaggerParameters.child(first, "paths");
        if (!(paths.get(path) instanceof ObjectNode known)) {
            paths.set(path, item);
            return;
        }
        SourceLocation place = origins.of(item);
        for (String method : new PathItemMerge(origins).into(known, item)) {
            SourceLocation other = origins.of(known);
            diagnostics
                    .at(place == null ? SourceLocation.of("") : place)
                    .warning(
                            method + " " + path + " is described in another document already, at " + other
                                    + "; this one is left out.",
                            "Remove one of them by an overlay that extends its document.");
            leftOut.add(new LeftOut(
                    method + " " + path, Pointers.child("/paths", path), "another document describes it, too"));
        }
    }
}
