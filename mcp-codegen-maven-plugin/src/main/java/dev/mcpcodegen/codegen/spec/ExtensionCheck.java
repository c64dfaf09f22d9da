package dev.mcpcodegen.codegen.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.spec.tree.Pointers;
import dev.mcpcodegen.codegen.spec.tree.Trail;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Tells keys of {@code x-mcp} objects that nothing reads: a misspelt one would otherwise be a rule that silently is none. */
final class ExtensionCheck {

    private static final String X_MCP = "x-mcp";

    private static final Set<String> ROOT =
            Set.of("displayName", "instructions", "baseUrl", "identity", "auth", "login", "rateLimit", "errors");
    private static final Set<String> ARGUMENT =
            Set.of("name", "description", "hidden", "optional", "enforceEnum", "const", "merge", "pattern");
    private static final Set<String> TOOL = Set.of(
            "expose",
            "name",
            "resource",
            "method",
            "title",
            "description",
            "tags",
            "annotations",
            "arguments",
            "body",
            "paging",
            "response");

    /** Known keys of what is below a key; what is not named here is free. */
    private static final Map<String, Set<String>> INNER = Map.of(
            "body", Set.of("wrapper", "flatten"),
            "annotations", Set.of("readOnlyHint", "destructiveHint", "idempotentHint", "openWorldHint"),
            "paging",
                    Set.of(
                            "style",
                            "in",
                            "cursorParam",
                            "offsetParam",
                            "pageParam",
                            "limitParam",
                            "first",
                            "minLimit",
                            "maxLimit",
                            "defaultLimit",
                            "items",
                            "next",
                            "lastItem",
                            "hasMore",
                            "total",
                            "pageCount",
                            "step",
                            "shortPageEnds"),
            "response", Set.of("path", "redirect"),
            "baseUrl", Set.of("default"),
            "rateLimit", Set.of("limit", "remaining", "reset", "resetUnit"),
            "errors", Set.of("message", "code"),
            "login",
                    Set.of(
                            "request", "server", "query", "headers", "cookies", "form", "json", "derived", "answer",
                            "expires", "present"));

    private final ObjectNode document;
    private final SourceMap sources;
    private final Diagnostics diagnostics;

    ExtensionCheck(ObjectNode document, SourceMap sources, Diagnostics diagnostics) {
        this.document = document;
        this.sources = sources;
        this.diagnostics = diagnostics;
    }

    void check() {
        find(document, Trail.ROOT);
    }

    private void find(JsonNode node, Trail trail) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                if (member.getKey().equals(X_MCP)) {
                    String holder = trail.pointer();
                    extension(member.getValue(), Pointers.child(holder, X_MCP), holder);
                } else if (member.getValue().isContainerNode()) {
                    find(member.getValue(), trail.child(member.getKey()));
                }
            }
        } else {
            for (int i = 0; i < node.size(); i++) {
                find(node.get(i), trail.child(Integer.toString(i)));
            }
        }
    }

    private void extension(JsonNode value, String pointer, String holder) {
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                known(value.get(i), pointer + "/" + i, TOOL);
            }
        } else if (holder.isEmpty()) {
            known(value, pointer, ROOT);
        } else if (isOperation(Pointers.tokens(holder))) {
            known(value, pointer, TOOL);
        } else if (isDeclaration(Pointers.tokens(holder))) {
            known(value, pointer, ARGUMENT);
        } else {
            diagnostics
                    .at(sources.locate(pointer))
                    .warning(
                            "Nothing reads `x-mcp` here.",
                            "Write it at the root, at a path, at an operation, at a parameter or at a property of a body.");
        }
    }

    /** Whether a parameter or a property stands there, which says of itself what {@code arguments} says by name. */
    private static boolean isDeclaration(List<String> tokens) {
        return tokens.size() > 1 && List.of("parameters", "properties").contains(tokens.get(tokens.size() - 2));
    }

    /** Whether it is one, or a path. */
    private static boolean isOperation(List<String> tokens) {
        boolean additional = tokens.size() == 4 && tokens.get(2).equals("additionalOperations");
        return tokens.get(0).equals("paths") && (tokens.size() <= 3 || additional);
    }

    private void known(JsonNode object, String pointer, Set<String> keys) {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String place = Pointers.child(pointer, member.getKey());
            if (!keys.contains(member.getKey())) {
                tell(member.getKey(), place, keys);
            } else if (member.getKey().equals("arguments")) {
                for (Map.Entry<String, JsonNode> argument : member.getValue().properties()) {
                    known(argument.getValue(), Pointers.child(place, argument.getKey()), ARGUMENT);
                }
            } else if (INNER.containsKey(member.getKey())) {
                known(member.getValue(), place, INNER.get(member.getKey()));
            }
        }
    }

    private void tell(String key, String pointer, Set<String> keys) {
        diagnostics
                .at(sources.locate(pointer))
                .warning(
                        "Unknown key \"" + key + "\" in `x-mcp`; nothing reads it.",
                        "Known here are " + String.join(", ", new TreeSet<>(keys)) + ".");
    }
}
