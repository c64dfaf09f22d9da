package dev.mcpcodegen.codegen.spec.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mcpcodegen.codegen.diagnostic.DiagnosticScope;
import dev.mcpcodegen.codegen.spec.read.DocumentReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The files below one folder. Every file of a spec is opened through here, so nothing outside is read: neither by {@code ..} nor
 * by a symbolic link.
 */
public final class SpecFiles {

    private final Path root;
    private final String displayRoot;
    private final int maxFiles;
    private final DocumentReader reader;
    private final Set<Path> allowed = new HashSet<>();
    private final Map<Path, Optional<JsonNode>> trees = new LinkedHashMap<>();

    /** Files below a folder, displayed as below another path. */
    public SpecFiles(Path root, String displayRoot, int maxFiles, DocumentReader reader) {
        this.root = root.toAbsolutePath().normalize();
        this.displayRoot = displayRoot;
        this.maxFiles = maxFiles;
        this.reader = reader;
    }

    /** How a file is named in diagnostics. */
    public String display(Path file) {
        return displayRoot + "/" + root.relativize(file).toString().replace('\\', '/');
    }

    /** Whether a file may be read; if not, the scope is told. */
    public boolean confined(Path file, DiagnosticScope scope) {
        // Thousands of references name the same few files.
        if (allowed.contains(file)) {
            return true;
        }
        if (!file.startsWith(root)) {
            scope.error(
                    "This names a file outside the spec's folder.",
                    "Move the file into the folder; nothing else is read.");
            return false;
        }
        try {
            if (!file.toRealPath().startsWith(root.toRealPath())) {
                scope.error(
                        "\"" + display(file) + "\" is a symbolic link that leaves the spec's folder.",
                        "Put the file itself into the folder.");
                return false;
            }
            if (!Files.isRegularFile(file)) {
                scope.error("\"" + display(file) + "\" is no file.", "Name a file.");
                return false;
            }
        } catch (IOException e) {
            scope.error("There is no file \"" + display(file) + "\".", "Add the file or correct the reference.");
            return false;
        }
        return allowed.add(file);
    }

    /** File that a reference's path names, seen from another file; empty, and told, when it may not be read. */
    Optional<Path> resolve(Path from, Reference reference, DiagnosticScope scope) {
        if (reference.leavesFiles()) {
            scope.error(
                    "The reference to \"" + reference.path() + "\" leaves the spec's folder; it is not fetched.",
                    "Put a copy of the document into the folder and refer to that.");
            return Optional.empty();
        }
        try {
            Path file = from.resolveSibling(reference.path()).normalize();
            return confined(file, scope) ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException e) {
            scope.error("\"" + reference.path() + "\" is no path.", "Correct the reference.");
            return Optional.empty();
        }
    }

    /** Tree of a confined file, read once; what is wrong with the file is told at the file. */
    public Optional<JsonNode> tree(Path file, DiagnosticScope scope) {
        Optional<JsonNode> known = trees.get(file);
        if (known != null) {
            return known;
        }
        if (trees.size() >= maxFiles) {
            scope.error("The spec has more than " + maxFiles + " files.", "Bundle it before.");
            return Optional.empty();
        }
        Optional<JsonNode> tree = reader.tree(file, display(file));
        trees.put(file, tree);
        return tree;
    }

    /** Files read so far, in the order they were. */
    public List<Path> read() {
        return List.copyOf(trees.keySet());
    }
}
