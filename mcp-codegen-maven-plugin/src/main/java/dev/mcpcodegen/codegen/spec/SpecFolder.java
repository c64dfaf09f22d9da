package dev.mcpcodegen.codegen.spec;

import dev.mcpcodegen.codegen.diagnostic.DiagnosticScope;
import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a folder holds, by name; each list is sorted by file name.
 *
 * @param entry the vendor's document
 */
record SpecFolder(Path entry, List<Path> overlays, List<Path> pages) {

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
            return Optional.of(new SpecFolder(source.document(), List.of(), List.of()));
        }
        try {
            List<Path> all = files(folder);
            List<Path> entries = matching(all, ENTRY);
            if (entries.size() != 1) {
                scope.error(
                        "The folder has " + entries.size() + " files openapi.yaml, openapi.yml or openapi.json.",
                        "Put the vendor's document there as one of them.");
                return Optional.empty();
            }
            if (!matching(all, FURTHER_ENTRY).isEmpty()) {
                scope.warning(
                        "The further documents *.openapi.yaml in the folder are not read yet.",
                        "Give each a folder of its own.");
            }
            Path pages = folder.resolve("docs");
            List<Path> markdown = Files.isDirectory(pages) ? matching(files(pages), ".+\\.md") : List.of();
            return Optional.of(new SpecFolder(entries.get(0), matching(all, OVERLAY), markdown));
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
