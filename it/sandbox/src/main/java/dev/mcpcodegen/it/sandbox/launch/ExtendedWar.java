package dev.mcpcodegen.it.sandbox.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A WAR with one more library in it, for any container. */
public final class ExtendedWar {

    private ExtendedWar() {}

    /** Writes a copy of {@code war} with {@code library} among its libraries to {@code copy}, and returns that. */
    public static Path write(Path war, Path library, Path copy) {
        try {
            Files.copy(war, copy, StandardCopyOption.REPLACE_EXISTING);
            try (FileSystem files = FileSystems.newFileSystem(copy)) {
                Path libraries = Files.createDirectories(files.getPath("WEB-INF", "lib"));
                Files.copy(library, libraries.resolve(library.getFileName().toString()));
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot put " + library + " into " + war, e);
        }
    }
}
