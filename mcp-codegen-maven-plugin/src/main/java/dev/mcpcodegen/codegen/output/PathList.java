package dev.mcpcodegen.codegen.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** A text file with one entry a line, sorted. A missing file is an empty list. */
final class PathList {

    private final Path file;

    PathList(Path file) {
        this.file = file;
    }

    List<String> read() throws IOException {
        return Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .filter(line -> !line.isBlank())
                        .toList()
                : List.of();
    }

    void write(Collection<String> entries) throws IOException {
        SortedSet<String> sorted = new TreeSet<>(entries);
        AtomicFiles.write(file, sorted.isEmpty() ? "" : String.join("\n", sorted) + "\n");
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }
}
