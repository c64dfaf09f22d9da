package dev.mcpcodegen.codegen.spec;

import dev.mcpcodegen.codegen.diagnostic.DiagnosticScope;
import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a folder holds, by name; each list is sorted by file name.
 *
 * @param entries the vendor's documents, at least one; {@code openapi.*} is the first
 */
record SpecFolder(List<Path> entries, List<Path> overlays, List<Path> pages) {

    private static final String ENTRY = "openapi\\.(yaml|yml|json)";
    private static final String FURTHER_ENTRY = ".+\\.openapi\\.(yaml|yml|json)";
    private static final String OVERLAY = ".+\\.overlay\\.(yaml|yml|json)";

    static Optional<SpecFolder> list(SpecSource source, Diagnostics diagnostics) {
        DiagnosticScope scope = diagnostics.at(SourceLocation.of(source.displayFolder()));
        Path folder = source.folder().toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            scope.error("There is no such folder.", "Create it, or correct the configuration.");
            return Optional.empty();
        }
        if (source.document() != null) {
            return Optional.of(new SpecFolder(List.of(source.document()), List.of(), List.of()));
        }
        try {
            List<Path> all = files(folder);
            List<Path> entries = new ArrayList<>(matching(all, ENTRY));
            if (entries.size() > 1) {
                scope.error(
                        "The folder has " + entries.size() + " files openapi.yaml, openapi.yml or openapi.json.",
                        "Keep one of them; further documents are called <name>.openapi.yaml.");
                return Optional.empty();
            }
            entries.addAll(matching(all, FURTHER_ENTRY));
            if (entries.isEmpty()) {
                scope.error(
                        "The folder has no file openapi.yaml, openapi.yml or openapi.json.",
                        "Put the vendor's document there as one of them, or several as <name>.openapi.yaml.");
                return Optional.empty();
            }
            Path pages = folder.resolve("docs");
            List<Path> markdown = Files.isDirectory(pages) ? matching(files(pages), ".+\\.md") : List.of();
            return Optional.of(new SpecFolder(List.copyOf(entries), matching(all, OVERLAY), markdown));
        } catch (IOException e) {
            scope.error("The folder cannot be listed: " + e.getClass().getSimpleName() + ".", "Check its permissions.");
            return Optional.empty();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted(Comparator.comparing(SpecFolder::name)).toList();
        }
    }

    private static List<Path> matching(List<Path> files, String name) {
        return files.stream().filter(file -> name(file).matches(name)).toList();
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
