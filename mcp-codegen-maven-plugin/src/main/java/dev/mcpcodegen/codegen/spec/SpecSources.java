package dev.mcpcodegen.codegen.spec;

import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The integrations of a project: one folder each below the specifications directory. */
public final class SpecSources {

    private SpecSources() {}

    /** Returns the folders by name; hidden ones are none of ours. Reports a directory that is missing or holds none. */
    public static List<SpecSource> in(Path specsDirectory, String display, Diagnostics diagnostics) {
        List<SpecSource> sources = Files.isDirectory(specsDirectory) ? list(specsDirectory, display) : List.of();
        if (sources.isEmpty()) {
            diagnostics
                    .at(SourceLocation.of(display))
                    .error(
                            "There is no specification here.",
                            "Put a vendor's document at " + display + "/<vendor>/openapi.yaml, or configure"
                                    + " specsDirectory.");
        }
        return sources;
    }

    private static List<SpecSource> list(Path directory, String display) {
        try (Stream<Path> folders = Files.list(directory)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> new SpecSource(name(folder), folder, display + "/" + name(folder)))
                    .filter(source -> !source.integration().startsWith("."))
                    .sorted((a, b) -> a.integration().compareTo(b.integration()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path folder) {
        return String.valueOf(folder.getFileName());
    }
}
