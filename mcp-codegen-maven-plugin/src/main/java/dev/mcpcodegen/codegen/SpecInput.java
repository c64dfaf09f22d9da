package dev.mcpcodegen.codegen;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where specifications and locks are.
 *
 * @param roots where specifications are, in order
 * @param lockDirectory holds {@code <integration>/tools.lock.yaml} for integrations that are in an archive, where nothing can be written
 */
public record SpecInput(List<Root> roots, Path lockDirectory) {

    /**
     * A place with specifications: a folder of integrations, an integration's folder, a jar with either below {@code specs/}, or a
     * document alone.
     *
     * @param display the place as diagnostics and generated files name it
     * @param integration the name of the one integration there, where it shall not follow from the name of the folder or document
     */
    public record Root(Path path, String display, @Nullable String integration) {

        /** A place whose integrations are named by their folders. */
        public Root(Path path, String display) {
            this(path, display, null);
        }

        Root named(String name) {
            return new Root(path, display, name);
        }
    }

    public SpecInput {
        roots = List.copyOf(roots);
    }

    /** A folder with a folder for each integration. */
    public static SpecInput folder(Path specsDirectory, String display) {
        return new SpecInput(List.of(new Root(specsDirectory, display)), specsDirectory);
    }

    /** All that a run reads, files and folders. */
    List<Path> paths() {
        List<Path> paths = new ArrayList<>();
        roots.forEach(root -> paths.add(root.path()));
        if (!paths.contains(lockDirectory)) {
            paths.add(lockDirectory);
        }
        return paths;
    }
}
