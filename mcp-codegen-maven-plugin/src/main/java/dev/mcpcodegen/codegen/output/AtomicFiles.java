package dev.mcpcodegen.codegen.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes whole files so that a reader sees the old bytes or the new ones. */
final class AtomicFiles {

    private AtomicFiles() {}

    static void write(Path target, Path temporary, byte[] bytes) throws IOException {
        Files.write(temporary, bytes);
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Writes a file of the build's own bookkeeping; makes its folder. */
    static void write(Path target, String text) throws IOException {
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
