package dev.mcpcodegen.codegen.spec;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where an integration's files are.
 *
 * @param integration vendor part of its tools' names
 * @param folder holds {@code openapi.yaml}, {@code *.overlay.yaml} and {@code docs/}
 * @param displayFolder the folder as diagnostics and generated files name it, such as {@code src/main/specs/affinity}
 * @param document the vendor's document when it is read alone, without the overlays and records of its folder; else null
 */
public record SpecSource(
        String integration,
        Path folder,
        String displayFolder,
        @Nullable Path document) {

    /** A folder with everything it holds. */
    public SpecSource(String integration, Path folder, String displayFolder) {
        this(integration, folder, displayFolder, null);
    }
}
