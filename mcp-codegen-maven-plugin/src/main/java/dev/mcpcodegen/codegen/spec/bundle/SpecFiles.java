package dev.mcpcodegen.codegen.spec.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mcpcodegen.codegen.diagnostic.DiagnosticScope;
import dev.mcpcodegen.codegen.diagnostic.Severity;
import dev.mcpcodegen.codegen.spec.read.DocumentReader;
import dev.mcpcodegen.codegen.spec.read.ReadMode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The files below one folder, and what may be fetched. Every file of a spec is opened through here, so nothing outside is read:
 * neither by {@code ..} nor by a symbolic link.
 */
public final class SpecFiles {

    private final Path root;
    private final String displayRoot;
    private final int maxFiles;
    private final DocumentReader reader;
    private final RemoteFiles remote;
    private @Nullable Path realRoot;

    /** Files that may be read, and where they really are. */
    private final Map<Path, Path> allowed = new HashMap<>();

    private final Map<Path, Optional<JsonNode>> trees = new LinkedHashMap<>();

    /** Files below a folder, displayed as below another path. */
    public SpecFiles(Path root, String displayRoot, int maxFiles, DocumentReader reader, RemoteFiles remote) {
        this.remote = remote;
        this.root = root.toAbsolutePath().normalize();
        this.displayRoot = displayRoot;
        this.maxFiles = maxFiles;
        this.reader = reader;
    }

    /** How a file is named in diagnostics. */
    public String display(Path file) {
        URI uri = remote.uri(file);
        if (uri != null) {
            return uri.toString();
        }
        return displayRoot + "/" + root.relativize(file).toString().replace('\\', '/');
    }

    /** Whether a file may be read; if not, the scope is told. */
    public boolean confined(Path file, Severity severity, DiagnosticScope scope) {
        // Thousands of references name the same few files.
        if (allowed.containsKey(file)) {
            return true;
        }
        if (!file.startsWith(root)) {
            scope.tell(
                    severity,
                    "This names a file outside the spec's folder.",
                    "Move the file into the folder; nothing else is read.");
            return false;
        }
        try {
            Path real = file.toRealPath();
            if (!real.startsWith(realRoot())) {
                scope.tell(
                        severity,
                        "\"" + display(file) + "\" is a symbolic link that leaves the spec's folder.",
                        "Put the file itself into the folder.");
                return false;
            }
            if (!Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
                scope.tell(severity, "\"" + display(file) + "\" is no file.", "Name a file.");
                return false;
            }
            allowed.put(file, real);
            return true;
        } catch (IOException e) {
            scope.tell(
                    severity, "There is no file \"" + display(file) + "\".", "Add the file or correct the reference.");
            return false;
        }
    }

    private Path realRoot() throws IOException {
        Path known = realRoot;
        if (known == null) {
            known = root.toRealPath();
            realRoot = known;
        }
        return known;
    }

    /** File that a reference's path names, seen from another file; empty, and told, when it may not be read. */
    Optional<Path> resolve(Path from, Reference reference, DiagnosticScope scope) {
        Optional<Path> fetched = remote.path(root, from, reference.path());
        if (fetched.isPresent()) {
            return fetched;
        }
        if (reference.leavesFiles() || remote.uri(from) != null) {
            scope.warning(
                    "The reference to \"" + reference.path() + "\" leaves the spec's folder; it is not fetched.",
                    "Put a copy of the document into the folder and refer to that, or allow its host: allowedRefHosts.");
            return Optional.empty();
        }
        try {
            Path file = from.resolveSibling(reference.path()).normalize();
            return confined(file, Severity.WARNING, scope) ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException e) {
            scope.warning("\"" + reference.path() + "\" is no path.", "Correct the reference.");
            return Optional.empty();
        }
    }

    /** Tree of a confined file, read once; what is wrong with the file is told at the file. */
    public Optional<JsonNode> tree(Path file, ReadMode mode, DiagnosticScope scope) {
        Optional<JsonNode> known = trees.get(file);
        if (known != null) {
            return known;
        }
        if (trees.size() >= maxFiles) {
            scope.tell(mode.whenUseless(), "The spec has more than " + maxFiles + " files.", "Bundle it before.");
            return Optional.empty();
        }
        URI uri = remote.uri(file);
        Optional<JsonNode> tree = uri == null
                ? reader.tree(real(file), display(file), mode)
                : remote.fetch(uri, scope).flatMap(bytes -> reader.tree(bytes, display(file), mode));
        trees.put(file, tree);
        return tree;
    }

    /** Tree of a file that was read before; null when it was not, or is useless. */
    @Nullable
    JsonNode known(Path file) {
        Optional<JsonNode> tree = trees.get(file);
        return tree == null ? null : tree.orElse(null);
    }

    /** Text of a confined page of words; what is wrong with it is told at the file. */
    public Optional<String> text(Path file) {
        return reader.text(real(file), display(file));
    }

    private Path real(Path file) {
        return allowed.getOrDefault(file, file);
    }

    /** Files read so far, in the order they were. */
    public List<Path> read() {
        return trees.keySet().stream().filter(file -> remote.uri(file) == null).toList();
    }
}
