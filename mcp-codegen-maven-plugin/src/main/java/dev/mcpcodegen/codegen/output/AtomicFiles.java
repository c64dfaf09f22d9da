package dev.mcpcodegen.codegen.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes whole files so that a reader sees the old bytes or the new ones. */
public final class AtomicFiles {

    private AtomicFiles() {}

    static void write(Path target, Path temporary, byte[] bytes) throws IOException {
        Files.write(temporary, bytes);
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Writes a file that is no output of a run, such as its memory; makes its folder. */
    public static void write(Path target, String text) throws IOException {
        Path absolute = target.toAbsolutePath();
        Path folder = absolute.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        write(
                absolute,
                absolute.resolveSibling(absolute.getFileName() + ".tmp"),
                text.getBytes(StandardCharsets.UTF_8));
    }
}
