package dev.mcpcodegen.codegen.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.model.ToolDirectives;
import dev.mcpcodegen.codegen.openapi.DocumentTree.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what becomes of one operation: one tool, or several where its extension is a list. */
final class VariantsReader {

    private final Place shared;
    private final Place own;
    private final DocumentScope problems;

    private VariantsReader(Place shared, Place own, DocumentScope problems) {
        this.shared = shared;
        this.own = own;
        this.problems = problems;
    }

    /**
     * Returns the directives of each tool by its variant, which is empty where there is one tool. What an entry leaves open is taken from
     * the extension of the path item.
     *
     * @param shared the extension of the path item
     * @param own the extension of the operation
     */
    static Map<String, ToolDirectives> read(Place shared, Place own, DocumentScope problems) {
        return new VariantsReader(shared, own, problems).read();
    }

    private Map<String, ToolDirectives> read() {
        if (shared.node().isArray()) {
            problems.at(shared.pointer())
                    .error(
                            "A path's `x-mcp` cannot be a list: only an operation becomes several tools.",
                            "Move the list to the operations.");
        }
        if (!own.node().isArray()) {
            return Map.of("", DirectivesReader.tool(merged(own), problems));
        }
        if (own.node().isEmpty()) {
            problems.at(own.pointer())
                    .error("An empty list makes no tool of this operation.", "Write `x-mcp: false` if that is meant.");
        }
        Map<String, ToolDirectives> variants = new LinkedHashMap<>();
        for (int i = 0; i < own.node().size(); i++) {
            Place entry = own.child(i);
            ToolDirectives directives = DirectivesReader.tool(merged(entry), problems);
            if (variants.putIfAbsent(variant(directives), directives) != null) {
                problems.at(entry.pointer())
                        .error(
                                "Two tools of this operation have the same resource and method, and no name.",
                                "Give each a `resource`, `method` or `name` of its own.");
            }
        }
        return variants;
    }

    /** What the tool is declared to be, so that it stays the same wherever it stands in the list. */
    private static String variant(ToolDirectives directives) {
        if (directives.name() != null) {
            return directives.name();
        }
        String declared = Stream.of(directives.resource(), directives.method())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
        return declared.isEmpty() ? "default" : declared;
    }

    private Place merged(Place entry) {
        ObjectNode merged = object(shared.node());
        merged.setAll(object(entry.node()));
        return new Place(entry.pointer(), merged);
    }

    /** {@code x-mcp: false} is short for an object that says so. */
    private static ObjectNode object(JsonNode extension) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        if (extension.isBoolean()) {
            object.put("expose", extension.asBoolean());
        } else if (extension instanceof ObjectNode members) {
            object.setAll(members);
        }
        return object;
    }
}
