package dev.mcpcodegen.codegen.lock;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import dev.mcpcodegen.codegen.lock.Shape.Member;
import dev.mcpcodegen.codegen.model.ToolIdentity;
import dev.mcpcodegen.codegen.spec.read.DocumentReader;
import dev.mcpcodegen.codegen.spec.read.ReadLimits;
import dev.mcpcodegen.codegen.spec.tree.Origins;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the text that {@link LockWriter} writes. */
public final class LockReader {

    private static final String CURE = "Restore it from version control, or delete it and lock anew.";

    private final Diagnostics diagnostics;

    public LockReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** The locked surface; empty when the file is no lock, which is an error in the diagnostics. */
    public Optional<Surface> read(Path file, String display, String integration) {
        Optional<JsonNode> tree =
                new DocumentReader(ReadLimits.defaults(), new Origins(), diagnostics).tree(file, display);
        if (tree.isEmpty()) {
            return Optional.empty();
        }
        if (tree.get().path("format").asInt() != 1 || !tree.get().path("tools").isArray()) {
            diagnostics.at(SourceLocation.of(display)).error("This is no lock of format 1.", CURE);
            return Optional.empty();
        }
        List<ToolSurface> tools = new ArrayList<>();
        for (JsonNode node : tree.get().path("tools")) {
            String[] operation = node.path("operation").asText().split(" ", 2);
            if (operation.length != 2 || node.path("name").asText().isEmpty()) {
                diagnostics
                        .at(SourceLocation.of(display))
                        .error(
                                "The tool " + (tools.size() + 1) + " of the lock lacks its operation or its name.",
                                CURE);
                return Optional.empty();
            }
            tools.add(tool(node, operation));
        }
        return Optional.of(new Surface(integration, tools));
    }

    private static ToolSurface tool(JsonNode node, String[] operation) {
        Shape arguments = new Shape(
                new TreeSet<>(List.of("object")),
                false,
                List.of(),
                new TreeMap<>(),
                members(node.path("arguments")),
                !node.path("open").asBoolean(),
                null,
                null,
                List.of(),
                false);
        return new ToolSurface(
                new ToolIdentity(
                        operation[0], operation[1], node.path("variant").asText()),
                node.path("name").asText(),
                node.path("words").asText(),
                arguments);
    }

    private static SortedMap<String, Member> members(JsonNode node) {
        SortedMap<String, Member> members = new TreeMap<>();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            members.put(
                    member.getKey(),
                    new Member(
                            shape(member.getValue()),
                            member.getValue().path("required").asBoolean()));
        }
        return members;
    }

    private static Shape shape(JsonNode node) {
        SortedMap<String, String> limits = new TreeMap<>();
        ShapeReader.LIMITS.stream()
                .filter(node::has)
                .forEach(keyword -> limits.put(keyword, Scalars.json(node.get(keyword))));
        List<String> values = new ArrayList<>();
        node.path("values").forEach(value -> values.add(Scalars.json(value)));
        List<Shape> alternatives = new ArrayList<>();
        node.path("anyOf").forEach(alternative -> alternatives.add(shape(alternative)));
        return new Shape(
                types(node.path("type")),
                node.path("nullable").asBoolean(),
                List.copyOf(values),
                limits,
                members(node.path("properties")),
                node.path("closed").asBoolean(),
                node.has("items") ? shape(node.get("items")) : null,
                node.has("entries") ? shape(node.get("entries")) : null,
                List.copyOf(alternatives),
                node.path("untracked").asBoolean());
    }

    private static SortedSet<String> types(JsonNode node) {
        SortedSet<String> types = new TreeSet<>();
        if (node.isTextual()) {
            types.add(node.asText());
        }
        node.forEach(type -> types.add(type.asText()));
        return types;
    }
}
