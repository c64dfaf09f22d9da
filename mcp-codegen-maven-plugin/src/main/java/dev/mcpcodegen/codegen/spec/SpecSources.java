package dev.mcpcodegen.codegen.spec;

import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The integrations of a project: one folder each below the specifications directory. */
public final class SpecSources {

    /** It goes into tool names, which have 64 characters, Java packages and paths of resources. */
    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_-]{0,31}");

    private SpecSources() {}

    /** Returns the folders by name; hidden ones are none of ours. Reports a directory that is missing or holds none. */
    public static List<SpecSource> in(Path specsDirectory, String display, Diagnostics diagnostics) {
        List<SpecSource> sources = new ArrayList<>();
        try {
            for (Path folder : folders(specsDirectory)) {
                String place = display + "/" + name(folder);
                if (NAME.matcher(name(folder)).matches()) {
                    sources.add(new SpecSource(name(folder), folder, place));
                } else {
                    diagnostics
                            .at(SourceLocation.of(place))
                            .error(
                                    "\"" + name(folder) + "\" cannot be the name of an integration.",
                                    "Rename the folder: up to 32 letters, digits, hyphens and underscores, a letter first.");
                }
            }
        } catch (IOException e) {
            diagnostics
                    .at(SourceLocation.of(display))
                    .error(
                            "The folder cannot be listed: " + e.getClass().getSimpleName() + ".",
                            "Check its permissions.");
            return List.of();
        }
        if (sources.isEmpty()) {
            diagnostics
                    .at(SourceLocation.of(display))
                    .error(
                            "There is no specification here.",
                            "Put a vendor's document at " + display + "/<vendor>/openapi.yaml, or configure"
                                    + " specsDirectory.");
        }
        return List.copyOf(sources);
    }

    private static List<Path> folders(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(directory)) {
            return folders.filter(Files::isDirectory)
                    .filter(folder -> !name(folder).startsWith("."))
                    .sorted(Comparator.comparing(SpecSources::name))
                    .toList();
        }
    }

    private static String name(Path folder) {
        return String.valueOf(folder.getFileName());
    }
}
