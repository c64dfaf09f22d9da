package dev.mcpcodegen.codegen;

import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.diagnostic.SourceLocation;
import dev.mcpcodegen.codegen.spec.SpecSource;
import dev.mcpcodegen.codegen.spec.SpecSources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The specifications of a run, readable until closed: jars are read in place, so nothing is unpacked and nothing is left behind. */
final class OpenSpecs implements AutoCloseable {

    private static final String FOLDER_IN_JAR = "specs";
    private static final List<String> ENTRIES = List.of("openapi.yaml", "openapi.yml", "openapi.json");

    /** A longer name of a file says more than who the vendor is. */
    private static final int MAX_WORDY = 20;

    private final SpecInput input;
    private final Diagnostics diagnostics;
    private final List<FileSystem> jars = new ArrayList<>();

    OpenSpecs(SpecInput input, Diagnostics diagnostics) {
        this.input = input;
        this.diagnostics = diagnostics;
    }

    /** The integrations of all roots; two of one name are an error. */
    List<SpecSource> sources() {
        List<SpecSource> sources = new ArrayList<>();
        for (SpecInput.Root root : input.roots()) {
            for (SpecSource source : sources(root)) {
                if (sources.stream().anyMatch(other -> other.integration().equals(source.integration()))) {
                    diagnostics
                            .at(SourceLocation.of(source.displayFolder()))
                            .error(
                                    "There are two integrations \"" + source.integration() + "\".",
                                    "Leave one out of `specs`.");
                } else {
                    sources.add(source);
                }
            }
        }
        return List.copyOf(sources);
    }

    /** The name of the integration in a place that can hold one only. */
    static Optional<String> onlyIntegration(SpecInput.Root root) {
        if (root.integration() != null) {
            return Optional.of(root.integration());
        }
        String name = name(root.path());
        if (Files.isRegularFile(root.path()) && !isArchive(name)) {
            return Optional.of(integrationOf(name, root.path().toAbsolutePath().getParent()));
        }
        return ENTRIES.stream()
                        .anyMatch(entry -> Files.isRegularFile(root.path().resolve(entry)))
                ? Optional.of(integration(name))
                : Optional.empty();
    }

    private List<SpecSource> sources(SpecInput.Root root) {
        Optional<String> only = onlyIntegration(root);
        if (only.isPresent()) {
            return List.of(
                    Files.isDirectory(root.path())
                            ? new SpecSource(only.get(), root.path(), root.display())
                            : alone(root, only.get()));
        }
        if (Files.isRegularFile(root.path())) {
            return inJar(root);
        }
        Path inside = root.path().resolve(FOLDER_IN_JAR);
        // A module of the same build stands for its jar with its folder of classes.
        boolean classes =
                Files.isDirectory(inside) && Files.isDirectory(root.path().resolve("META-INF"));
        return SpecSources.in(classes ? inside : root.path(), root.display(), diagnostics);
    }

    private List<SpecSource> inJar(SpecInput.Root root) {
        try {
            FileSystem jar = FileSystems.newFileSystem(root.path());
            jars.add(jar);
            return SpecSources.in(jar.getPath("/" + FOLDER_IN_JAR), root.display(), diagnostics);
        } catch (IOException e) {
            diagnostics
                    .at(SourceLocation.of(root.display()))
                    .error("This is no jar: " + e.getMessage(), "Correct `specs`.");
            return List.of();
        }
    }

    private static SpecSource alone(SpecInput.Root root, String integration) {
        Path folder = root.path().toAbsolutePath().getParent();
        int slash = root.display().lastIndexOf('/');
        return new SpecSource(
                integration,
                folder == null ? root.path().toAbsolutePath() : folder,
                slash < 0 ? "." : root.display().substring(0, slash),
                root.path().toAbsolutePath().normalize());
    }

    /**
     * {@code crm.openapi.yaml}, {@code crm.json} and {@code crm--contacts.json} are about crm, as is {@code crm/openapi.yaml}. A name has to
     * leave room for what tools do: of a long one only the first word is taken.
     */
    private static String integrationOf(String file, @Nullable Path folder) {
        String stem = file.replaceFirst("(?i)\\.(ya?ml|json)$", "").replaceFirst("(?i)\\.?openapi$", "");
        String told = stem.isEmpty() && folder != null ? name(folder) : stem.replaceFirst("(?<=.)--.*", "");
        return integration(
                told.length() > MAX_WORDY ? told.replaceFirst("(?<=[A-Za-z0-9]{3})[^A-Za-z0-9].*", "") : told);
    }

    private static String integration(String text) {
        String plain =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^[^a-z]+|_+$", "");
        return plain.isEmpty() ? "api" : plain.substring(0, Math.min(plain.length(), 32));
    }

    private static boolean isArchive(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".jar") || lower.endsWith(".zip");
    }

    private static String name(Path path) {
        return String.valueOf(path.toAbsolutePath().normalize().getFileName());
    }

    @Override
    public void close() {
        for (FileSystem jar : jars) {
            try {
                jar.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
