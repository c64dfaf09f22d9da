package dev.mcpcodegen.codegen.spec;

import static java.util.Map.entry;

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

    private static final Set<String> ROOT = Set.of(
            "displayName", "instructions", "baseUrl", "identity", "auth", "login", "rateLimit", "errors", "fieldSets");
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
            "response",
            "dynamicFields");

    private static final Set<String> FIELDS = Set.of(
            "property", "as", "member", "partial", "fieldSet", "source", "owners", "each", "options", "types", "ttl");
    private static final Set<String> FIELD_SET = Set.of("like", "source", "owners", "each", "options", "types", "ttl");

    /** Known keys of what is below a key; what is not named here is free. */
    private static final Map<String, Set<String>> INNER = Map.ofEntries(
            entry("body", Set.of("wrapper", "flatten")),
            entry("annotations", Set.of("readOnlyHint", "destructiveHint", "idempotentHint", "openWorldHint")),
            entry(
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
                            "shortPageEnds")),
            entry("response", Set.of("path", "redirect")),
            entry("baseUrl", Set.of("default")),
            entry("rateLimit", Set.of("limit", "remaining", "reset", "resetUnit")),
            entry(
                    "login",
                    Set.of(
                            "request", "server", "query", "headers", "cookies", "form", "json", "derived", "answer",
                            "expires", "present")),
            entry("errors", Set.of("message", "code")),
            entry("source", Set.of("tool", "arguments")),
            entry("owners", Set.of("tool", "arguments", "items", "key", "title", "max")),
            entry(
                    "each",
                    Set.of(
                            "items",
                            "key",
                            "title",
                            "description",
                            "type",
                            "required",
                            "hasDefault",
                            "multiple",
                            "writable",
                            "archived")),
            entry("options", Set.of("types", "tool", "arguments", "items", "value", "title", "archived")));

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
            each(value, pointer, TOOL);
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
            } else if (member.getKey().equals("arguments") && keys.equals(TOOL)) {
                each(member.getValue(), place, ARGUMENT);
            } else if (member.getKey().equals("dynamicFields")) {
                each(member.getValue(), place, FIELDS);
            } else if (member.getKey().equals("fieldSets")) {
                each(member.getValue(), place, FIELD_SET);
            } else if (INNER.containsKey(member.getKey())) {
                Set<String> inner = INNER.get(member.getKey());
                if (member.getValue().isArray()) {
                    each(member.getValue(), place, inner);
                } else {
                    known(member.getValue(), place, inner);
                }
            }
        }
    }

    private void each(JsonNode container, String pointer, Set<String> keys) {
        for (Map.Entry<String, JsonNode> member : container.properties()) {
            known(member.getValue(), Pointers.child(pointer, member.getKey()), keys);
        }
        for (int i = 0; container.isArray() && i < container.size(); i++) {
            known(container.get(i), pointer + "/" + i, keys);
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
