package dev.mcpcodegen.codegen.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A folder that no path resolved against it can leave, neither by its text nor through a symbolic link. */
final class ConfinedRoot {

    private final Path root;

    /** Folders that were seen to be no links; thousands of files share a few of them. */
    private final Set<Path> plainFolders = ConcurrentHashMap.newKeySet();

    ConfinedRoot(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /**
     * Returns the file that a relative path names.
     *
     * @throws IllegalArgumentException if the path is not relative, not in its simplest form, or leaves the root
     */
    Path resolve(String path) {
        Path file;
        try {
            file = root.resolve(path);
        } catch (InvalidPathException e) {
            throw refusal(path, e);
        }
        boolean plain = path.indexOf('\\') < 0 && path.indexOf(':') < 0 && !path.contains("//") && !path.endsWith("/");
        if (!plain
                || file.equals(root)
                || !file.startsWith(root)
                || !file.normalize().equals(file)) {
            throw refusal(path, null);
        }
        return file;
    }

    /**
     * As {@link #resolve}, and looks at the disk.
     *
     * @throws IOException if a folder between the root and the file is a symbolic link
     */
    Path checked(String path) throws IOException {
        Path file = resolve(path);
        for (Path folder = parent(file); !is(folder) && !plainFolders.contains(folder); folder = parent(folder)) {
            if (Files.isSymbolicLink(folder)) {
                throw new IOException("Refusing to write " + path + ": " + folder + " is a symbolic link.");
            }
        }
        plainFolders.add(parent(file));
        return file;
    }

    boolean deleteIfExists(String path) throws IOException {
        return Files.deleteIfExists(checked(path));
    }

    boolean is(Path folder) {
        return folder.equals(root);
    }

    Path parent(Path file) {
        return Objects.requireNonNull(file.getParent(), "a file below the root has a parent");
    }

    private IllegalArgumentException refusal(String path, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "Refusing to write \"" + path + "\": not a plain path below " + root, cause);
    }
}
