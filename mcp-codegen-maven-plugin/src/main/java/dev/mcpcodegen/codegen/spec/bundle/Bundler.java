package dev.mcpcodegen.codegen.spec.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mcpcodegen.codegen.diagnostic.DiagnosticScope;
import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import dev.mcpcodegen.codegen.spec.read.ReadMode;
import dev.mcpcodegen.codegen.spec.tree.Origins;
import dev.mcpcodegen.codegen.spec.tree.Pointers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Replaces references to other files, in place: by a component where what stands there has a place under {@code components}, by
 * the target itself elsewhere. References within the entry file stay as they are.
 */
public final class Bundler {

    private static final int MAX_DEPTH = 200;

    /** Work of one replacement, in values: many small ones must be refused as soon as few large ones. */
    private static final int REPLACEMENT_COST = 10;

    private final SpecFiles files;
    private final Origins origins;
    private final Diagnostics diagnostics;
    private final int maxNodes;
    private final Path entryFile;
    private final ObjectNode entry;
    private final Components components;
    private final Anchors anchors = new Anchors();

    /** Targets being put in place of their reference right now. */
    private final Set<String> inlining = new HashSet<>();

    private int copied;

    /** Bundles into the tree of the entry file. */
    public Bundler(
            SpecFiles files, Origins origins, Diagnostics diagnostics, int maxNodes, Path entryFile, ObjectNode entry) {
        this.files = files;
        this.origins = origins;
        this.diagnostics = diagnostics;
        this.maxNodes = maxNodes;
        this.entryFile = entryFile;
        this.entry = entry;
        this.components = new Components(entry);
    }

    /** Does it; what cannot be replaced is told and left. */
    public void bundle() {
        walkMembers(entry, Position.DOCUMENT, entryFile, 0);
    }

    private JsonNode walk(JsonNode node, Position position, Path file, int depth) {
        if (position == Position.DATA || !node.isContainerNode() || exhausted()) {
            return node;
        }
        if (depth > MAX_DEPTH) {
            scope(node)
                    .warning(
                            "References unfold deeper than " + MAX_DEPTH + " levels; the rest is left.",
                            "Use components.");
            return node;
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, walk(array.get(i), elementPosition(position, i), file, depth + 1));
            }
            return array;
        }
        ObjectNode object = (ObjectNode) node;
        if (object.path("$ref").isTextual()) {
            return reference(object, position, file, depth);
        }
        walkMembers(object, position, file, depth);
        return object;
    }

    /** {@code items} and the like hold a list of schemas in older drafts. */
    private static Position elementPosition(Position list, int index) {
        return list == Position.SCHEMA ? Position.SCHEMA : list.child(Integer.toString(index));
    }

    private void walkMembers(ObjectNode object, Position position, Path file, int depth) {
        // The walk may add components to the very object it goes through.
        for (Map.Entry<String, JsonNode> member : new ArrayList<>(object.properties())) {
            JsonNode value = member.getValue();
            if (position == Position.MAPPING && value.isTextual()) {
                mapping(object, member.getKey(), value.textValue(), file, depth);
            } else if (value.isContainerNode()) {
                object.set(member.getKey(), walk(value, position.child(member.getKey()), file, depth + 1));
            }
        }
    }

    /** A discriminator's mapping holds names and references side by side. */
    private void mapping(ObjectNode object, String key, String value, Path file, int depth) {
        boolean reference = value.indexOf('#') >= 0 || value.indexOf('/') >= 0 || value.matches(".*\\.(ya?ml|json)");
        if (reference) {
            resolved(value, file, scope(object, key)).ifPresent(target -> {
                String pointer = target.file().equals(entryFile)
                        ? target.pointer()
                        : component(target, Position.SCHEMA, scope(object, key), depth);
                object.set(key, TextNode.valueOf("#" + pointer));
            });
        }
    }

    private JsonNode reference(ObjectNode object, Position position, Path file, int depth) {
        DiagnosticScope scope = scope(object, "$ref");
        String text = object.get("$ref").textValue();
        if (position == Position.EXTENSION
                && (text.startsWith("#") || Reference.parse(text).leavesFiles())) {
            // An extension's content is the vendor's own: what looks like a reference there need not be one.
            return object;
        }
        Optional<Location> target = resolved(text, file, scope);
        if (target.isEmpty()) {
            walkSiblings(object, position, file, depth);
            return lost(object, position);
        }
        if (target.get().file().equals(entryFile)) {
            object.put("$ref", "#" + encoded(target.get().pointer()));
            walkSiblings(object, position, file, depth);
            return object;
        }
        if (position.component() != null) {
            object.put("$ref", "#" + encoded(component(target.get(), position, scope, depth)));
            walkSiblings(object, position, file, depth);
            return object;
        }
        return inlined(object, target.get(), position, file, depth);
    }

    /**
     * A part whose reference cannot be followed, which has been told. What only describes becomes "anything"; what shapes a request
     * keeps its reference, so that whoever reads it knows that something is missing.
     */
    private static ObjectNode lost(ObjectNode object, Position position) {
        if (position.shapesRequest()) {
            object.put("$ref", ReferenceCheck.LOST);
        } else {
            object.remove("$ref");
        }
        return object;
    }

    /** A reference's target. */
    private record Location(Path file, String pointer, JsonNode node) {}

    private Optional<Location> resolved(String text, Path from, DiagnosticScope scope) {
        Reference reference = Reference.parse(text);
        Optional<Location> named = named(reference, from);
        if (named.isPresent()) {
            return named;
        }
        Optional<Path> file = reference.path().isEmpty() ? Optional.of(from) : files.resolve(from, reference, scope);
        Optional<JsonNode> tree =
                file.flatMap(f -> f.equals(entryFile) ? Optional.of(entry) : files.tree(f, ReadMode.REFERENCED, scope));
        if (file.isEmpty() || tree.isEmpty()) {
            if (file.isPresent()) {
                scope.warning(
                        "The reference's file \"" + files.display(file.get()) + "\" is useless.", "Correct the file.");
            }
            return Optional.empty();
        }
        String pointer = anchors.pointer(tree.get(), reference.fragment());
        JsonNode node = Pointers.resolve(tree.get(), pointer);
        if (file.get().equals(entryFile)) {
            // Whether it exists is checked when overlays have had their say.
            return Optional.of(new Location(entryFile, pointer, node == null ? entry : node));
        }
        if (node == null) {
            scope.warning(
                    "The reference \"" + text + "\" points at nothing in \"" + files.display(file.get()) + "\".",
                    "Correct the reference.");
            return Optional.empty();
        }
        return Optional.of(new Location(file.get(), pointer, node));
    }

    /** What a reference names by an identifier instead of a file, in the document that holds it. */
    private Optional<Location> named(Reference reference, Path from) {
        JsonNode tree = from.equals(entryFile) ? entry : files.known(from);
        // What looks like a file's name is one: looking through every file for names would cost more than reading them.
        if (tree == null || !reference.leavesFiles()) {
            return Optional.empty();
        }
        String pointer = anchors.local(tree, reference);
        JsonNode node = pointer == null ? null : Pointers.resolve(tree, pointer);
        return pointer == null || node == null ? Optional.empty() : Optional.of(new Location(from, pointer, node));
    }

    private String component(Location target, Position position, DiagnosticScope scope, int depth) {
        Components.Target key =
                new Components.Target(target.file(), target.pointer(), String.valueOf(position.component()));
        String known = components.pointer(key);
        if (known != null) {
            return known;
        }
        JsonNode content = copy(target.node(), scope);
        components.add(key, content);
        String pointer = String.valueOf(components.pointer(key));
        JsonNode walked = walk(content, position, target.file(), depth + 1);
        components.replace(key, walked);
        return pointer;
    }

    private JsonNode inlined(ObjectNode object, Location target, Position position, Path file, int depth) {
        String key = target.file() + "#" + target.pointer() + " " + position;
        DiagnosticScope scope = scope(object, "$ref");
        if (!inlining.add(key)) {
            scope.warning("The reference leads back to itself.", "Break the cycle, or make the part a component.");
            return lost(object, position);
        }
        JsonNode walked = walk(copy(target.node(), scope), position, target.file(), depth + 1);
        inlining.remove(key);
        if (walked instanceof ObjectNode result) {
            walkSiblings(object, position, file, depth);
            object.properties().forEach(member -> {
                if (!member.getKey().equals("$ref")) {
                    result.set(member.getKey(), member.getValue());
                }
            });
        }
        return walked;
    }

    private void walkSiblings(ObjectNode object, Position position, Path file, int depth) {
        if (object.size() > 1) {
            walkMembers(object, position, file, depth);
        }
    }

    private JsonNode copy(JsonNode node, DiagnosticScope scope) {
        copied += size(node) + REPLACEMENT_COST;
        if (exhausted()) {
            scope.error("The spec unfolds to more than " + maxNodes + " values.", "Refer to components instead.");
            return TextNode.valueOf("");
        }
        return origins.copy(node);
    }

    /** Whether the bounds are passed; then nothing more is walked, since a doubling chain would take forever to refuse. */
    private boolean exhausted() {
        return copied > maxNodes;
    }

    private static int size(JsonNode node) {
        int size = 1;
        for (JsonNode child : node) {
            size += size(child);
        }
        return size;
    }

    private DiagnosticScope scope(ObjectNode holder, String token) {
        return diagnostics.at(() -> {
            SourceLocation place = origins.ofMember(holder, token);
            return place == null ? SourceLocation.of(files.display(entryFile)) : place;
        });
    }

    /** Scope of an object or array itself. */
    private DiagnosticScope scope(JsonNode container) {
        return diagnostics.at(() -> {
            SourceLocation place = origins.of(container);
            return place == null ? SourceLocation.of(files.display(entryFile)) : place;
        });
    }

    private static String encoded(String pointer) {
        return pointer.replace("%", "%25");
    }

    /** Files that went into the document, for up-to-date checks. */
    public List<Path> files() {
        return files.read();
    }
}
