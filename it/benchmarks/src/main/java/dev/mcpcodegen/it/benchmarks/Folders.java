package dev.mcpcodegen.it.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders: deleted, measured. */
public final class Folders {

    private Folders() {}

    /** Deletes a folder with all that it holds; nothing happens when there is none. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** All files below a folder, by path. */
    static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    static Size size(Path folder) throws IOException {
        long bytes = 0;
        long lines = 0;
        List<Path> files = files(folder);
        for (Path file : files) {
            byte[] content = Files.readAllBytes(file);
            bytes += content.length;
            for (byte unit : content) {
                lines += unit == '\n' ? 1 : 0;
            }
        }
        return new Size(files.size(), bytes, lines);
    }

    /** How much a folder holds. */
    record Size(int files, long bytes, long lines) {}
}
