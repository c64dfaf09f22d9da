package dev.mcpcodegen.codegen.spec.normalise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.diagnostic.DiagnosticScope;
import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import dev.mcpcodegen.codegen.spec.tree.Origins;
import dev.mcpcodegen.codegen.spec.tree.Pointers;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Leaves only parameters that a request can be made of, and a path parameter for each name in a path's template. One that says nothing
 * useful is dropped, one that is missing is a text; both are told.
 */
public final class ParameterCheck {

    private static final Set<String> LOCATIONS = Set.of("path", "query", "header", "cookie", "querystring");

    private final ObjectNode document;
    private final Origins origins;
    private final Diagnostics diagnostics;

    /** For one OpenAPI 3 document, which is changed in place. */
    public ParameterCheck(ObjectNode document, Origins origins, Diagnostics diagnostics) {
        this.document = document;
        this.origins = origins;
        this.diagnostics = diagnostics;
    }

    /** Does it. */
    public void check() {
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            String pointer = Pointers.child("/paths", path.getKey());
            JsonNode followed = References.follow(document, path.getValue());
            JsonNode written = followed.isMissingNode() ? path.getValue() : followed;
            if (written instanceof ObjectNode item && path.getKey().startsWith("/")) {
                pathItem(PathTemplate.names(PathTemplate.of(path.getKey()).path()), item, pointer);
            }
        }
    }

    private void pathItem(Set<String> template, ObjectNode item, String pointer) {
        Map<String, ObjectNode> strays = new LinkedHashMap<>();
        Set<String> shared = list(template, item, pointer, strays);
        for (Map.Entry<String, JsonNode> member : item.properties()) {
            if (PathItemMerge.METHODS.contains(member.getKey())) {
                operation(template, shared, member.getValue(), Pointers.child(pointer, member.getKey()), strays);
            } else if (member.getKey().equals("additionalOperations")) {
                String additional = Pointers.child(pointer, member.getKey());
                member.getValue()
                        .properties()
                        .forEach(method -> operation(
                                template,
                                shared,
                                method.getValue(),
                                Pointers.child(additional, method.getKey()),
                                strays));
            }
        }
    }

    private void operation(
            Set<String> template,
            Set<String> shared,
            JsonNode node,
            String pointer,
            Map<String, ObjectNode> inherited) {
        if (!(node instanceof ObjectNode operation) || operation.has("$ref")) {
            return;
        }
        Map<String, ObjectNode> strays = new LinkedHashMap<>(inherited);
        Set<String> declared = list(template, operation, pointer, strays);
        for (String name : template) {
            if (!shared.contains(name) && !declared.contains(name)) {
                add(operation, name, strays.get(name.toLowerCase(Locale.ROOT)), scope(pointer));
            }
        }
    }

    /** Names of a list's path parameters; those that are in no template are dropped and told, in {@code strays} by name. */
    private Set<String> list(Set<String> template, ObjectNode holder, String pointer, Map<String, ObjectNode> strays) {
        Set<String> declared = new HashSet<>();
        JsonNode list = holder.path("parameters");
        if (!(list instanceof ArrayNode parameters)) {
            holder.remove("parameters");
            return declared;
        }
        for (int i = parameters.size() - 1; i >= 0; i--) {
            JsonNode parameter = References.follow(document, parameters.get(i));
            DiagnosticScope scope = scope(Pointers.child(pointer, "parameters") + "/" + i);
            if (parameter.isMissingNode()) {
                // A reference to nothing has been told by whoever followed the document's references.
                parameters.remove(i);
            } else if (!isParameter(parameter)) {
                scope.warning(
                        "This is no parameter: it has no `name`, or its `in` is none of path, query, header and cookie; it is"
                                + " left out.",
                        "Correct it, or point its $ref at an entry of components/parameters.");
                parameters.remove(i);
            } else if (parameter.path("in").asText().equals("path")) {
                String name = parameter.path("name").asText();
                if (template.contains(name)) {
                    declared.add(name);
                } else {
                    strays.put(name.toLowerCase(Locale.ROOT), (ObjectNode) parameter);
                    scope.warning(
                            "The path has no {" + name + "}; the parameter is left out.",
                            "Correct the path or the parameter.");
                    parameters.remove(i);
                }
            }
        }
        return declared;
    }

    /** Whether it is one; spelling that leaves no doubt is put right. */
    private static boolean isParameter(JsonNode node) {
        if (!(node instanceof ObjectNode parameter)) {
            return false;
        }
        if (parameter.path("name").isNumber() || parameter.path("name").isBoolean()) {
            parameter.put("name", parameter.get("name").asText());
        }
        String in = parameter.path("in").asText();
        String known = in.strip().toLowerCase(Locale.ROOT);
        if (!LOCATIONS.contains(known)) {
            return false;
        }
        if (!known.equals(in)) {
            parameter.put("in", known);
        }
        return parameter.path("name").isTextual()
                && !parameter.path("name").asText().isEmpty();
    }

    private void add(ObjectNode operation, String name, @Nullable ObjectNode spelledOtherwise, DiagnosticScope scope) {
        ArrayNode parameters =
                operation.get("parameters") instanceof ArrayNode array ? array : operation.putArray("parameters");
        ObjectNode parameter = operation.objectNode();
        origins.derive(parameter, operation);
        if (spelledOtherwise == null) {
            parameter.putObject("schema").put("type", "string");
        } else {
            parameter.setAll(spelledOtherwise);
        }
        parameters.add(parameter.put("name", name).put("in", "path").put("required", true));
        scope.warning(
                "The path's parameter {" + name + "} is not declared; it is taken as "
                        + (spelledOtherwise == null
                                ? "a text."
                                : "\"" + spelledOtherwise.path("name").asText() + "\"."),
                "Declare it in an overlay.");
    }

    private DiagnosticScope scope(String pointer) {
        SourceLocation place = origins.locate(document, pointer);
        return diagnostics.at(place == null ? new SourceLocation("", pointer, 0) : place);
    }
}
