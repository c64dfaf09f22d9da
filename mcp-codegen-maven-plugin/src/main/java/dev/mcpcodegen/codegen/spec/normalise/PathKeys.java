package dev.mcpcodegen.codegen.spec.normalise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.diagnostic.DiagnosticScope;
import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import dev.mcpcodegen.codegen.spec.tree.Origins;
import dev.mcpcodegen.codegen.spec.tree.Pointers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes every key below {@code paths} a path template: adds the leading slash, takes blanks and foreign notations away and turns a query
 * into parameters with one value. Query and fragment stay in the key, for they tell it from others with the same path.
 */
public final class PathKeys {

    /** The key as the vendor wrote it; on operations, and on a path item that only refers to another one. */
    public static final String WRITTEN = "x-mcp-codegen-path";

    private final ObjectNode document;
    private final Origins origins;
    private final Diagnostics diagnostics;
    private final List<LeftOut> leftOut = new ArrayList<>();

    /** For one document, which is changed in place. */
    public PathKeys(ObjectNode document, Origins origins, Diagnostics diagnostics) {
        this.document = document;
        this.origins = origins;
        this.diagnostics = diagnostics;
    }

    /** Does it; returns the operations whose method and path another one has already. */
    public List<LeftOut> normalise() {
        if (!(document.get("paths") instanceof ObjectNode paths)) {
            return leftOut;
        }
        List<Map.Entry<String, JsonNode>> items = new ArrayList<>(paths.properties());
        if (items.stream().allMatch(item -> isFine(item.getKey(), item.getValue()))) {
            return leftOut;
        }
        Map<String, SourceLocation> places = places(paths, items);
        paths.removeAll();
        for (Map.Entry<String, JsonNode> item : items) {
            if (isFine(item.getKey(), item.getValue())) {
                add(paths, item.getKey(), item.getValue(), diagnostics.at(place(places, item.getKey())));
            } else {
                rename(paths, item, diagnostics.at(place(places, item.getKey())));
            }
        }
        return leftOut;
    }

    private boolean isFine(String key, JsonNode item) {
        return key.startsWith("x-")
                || (PathTemplate.of(key, declared(item)).key().equals(key) && key.indexOf('?') < 0);
    }

    private Map<String, SourceLocation> places(ObjectNode paths, List<Map.Entry<String, JsonNode>> items) {
        Map<String, SourceLocation> places = new HashMap<>();
        for (Map.Entry<String, JsonNode> item : items) {
            SourceLocation place = origins.ofMember(paths, item.getKey());
            if (place != null) {
                places.put(item.getKey(), place);
            }
        }
        return places;
    }

    private static SourceLocation place(Map<String, SourceLocation> places, String key) {
        return places.getOrDefault(key, new SourceLocation("", Pointers.child("/paths", key), 0));
    }

    private void rename(ObjectNode paths, Map.Entry<String, JsonNode> item, DiagnosticScope scope) {
        PathTemplate template = PathTemplate.of(item.getKey(), declared(item.getValue()));
        if (!item.getKey().startsWith("/")) {
            scope.warning(
                    "\"" + item.getKey() + "\" is no path; it is read as " + template.path() + ".",
                    "Correct the path in the vendor's document.");
        } else if (template.query().isEmpty()) {
            scope.info("\"" + item.getKey() + "\" is read as " + template.key() + ".", "");
        } else {
            scope.info("The query in \"" + item.getKey() + "\" is read as parameters.", "");
        }
        if (item.getValue() instanceof ObjectNode object) {
            constants(object, template.query());
            if (template.rest().isEmpty()) {
                remember(item.getKey(), object);
            }
        }
        add(paths, template.key(), item.getValue(), scope);
    }

    /** Requests need the template, people look for what stands in the document. */
    private static void remember(String key, ObjectNode item) {
        if (item.has("$ref")) {
            item.put(WRITTEN, key);
        }
        item.properties().forEach(member -> {
            if (PathItemMerge.METHODS.contains(member.getKey()) && member.getValue() instanceof ObjectNode operation) {
                operation.put(WRITTEN, key);
            }
        });
    }

    private void add(ObjectNode paths, String path, JsonNode item, DiagnosticScope scope) {
        if (!paths.has(path)) {
            paths.set(path, item);
        } else if (paths.get(path) instanceof ObjectNode target && item instanceof ObjectNode source) {
            for (String method : new PathItemMerge(origins).into(target, source)) {
                scope.warning(
                        method + " " + path + " is described already; this one is left out.",
                        "Remove one of them by an overlay.");
                leftOut.add(new LeftOut(
                        method + " " + path,
                        Pointers.child("/paths", path),
                        "another operation has its method and path"));
            }
        }
    }

    private Set<String> declared(JsonNode item) {
        Set<String> names = new HashSet<>();
        declared(item.path("parameters"), names);
        item.forEach(member -> declared(member.path("parameters"), names));
        return names;
    }

    private void declared(JsonNode parameters, Set<String> names) {
        for (JsonNode element : parameters) {
            JsonNode parameter = References.follow(document, element);
            if (parameter.path("in").asText().equals("path")) {
                names.add(parameter.path("name").asText());
            }
        }
    }

    /** A query of the key: a parameter with one value, or where the value is a parameter itself, that one. */
    private void constants(ObjectNode item, Map<String, String> query) {
        if (query.isEmpty()) {
            return;
        }
        ArrayNode parameters = item.get("parameters") instanceof ArrayNode array ? array : item.putArray("parameters");
        query.forEach((name, value) -> {
            if (value.matches("\\{[^{}]+}") || value.isEmpty()) {
                move(item, name);
                return;
            }
            ObjectNode parameter = parameters.addObject();
            origins.derive(parameter, item);
            parameter.put("name", name).put("in", "query").put("required", true);
            parameter.putObject("schema").put("type", "string").putArray("enum").add(value);
        });
    }

    /** What is declared as a part of the path but stands in its query belongs there. */
    private static void move(ObjectNode item, String name) {
        List<JsonNode> holders = new ArrayList<>(List.of(item));
        item.forEach(holders::add);
        for (JsonNode holder : holders) {
            for (JsonNode element : holder.path("parameters")) {
                boolean meant = element.path("name").asText().equals(name)
                        && element.path("in").asText().equals("path");
                if (meant && element instanceof ObjectNode parameter) {
                    parameter.put("in", "query");
                }
            }
        }
    }
}
