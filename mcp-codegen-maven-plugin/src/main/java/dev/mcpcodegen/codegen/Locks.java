package dev.mcpcodegen.codegen;

import dev.mcpcodegen.codegen.diagnostic.Diagnostics;
import dev.mcpcodegen.codegen.lock.LockReader;
import dev.mcpcodegen.codegen.lock.LockWriter;
import dev.mcpcodegen.codegen.lock.Surface;
import dev.mcpcodegen.codegen.output.AtomicFiles;
import dev.mcpcodegen.codegen.output.ProjectLayout;
import dev.mcpcodegen.codegen.spec.SpecSource;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The lock files of a project. A lock lies in its integration's folder; that of an integration in a jar lies in the project, where it wins
 * over one in the jar.
 */
final class Locks {

    private static final String FILE = "tools.lock.yaml";

    private final SpecInput input;
    private final ProjectLayout layout;

    Locks(SpecInput input, ProjectLayout layout) {
        this.input = input;
        this.layout = layout;
    }

    /** What is locked; empty when nothing is. A damaged lock is an error in the diagnostics. */
    Optional<Surface> read(SpecSource source, Diagnostics diagnostics) {
        Path own = file(source);
        if (Files.isRegularFile(own)) {
            return new LockReader(diagnostics).read(own, display(source), source.integration());
        }
        Path packed = source.folder().resolve(FILE);
        return Files.isRegularFile(packed)
                ? new LockReader(diagnostics).read(packed, source.displayFolder() + "/" + FILE, source.integration())
                : Optional.empty();
    }

    void write(SpecSource source, Surface surface) throws IOException {
        AtomicFiles.write(file(source), LockWriter.write(surface));
    }

    /** The file as people see it. */
    String display(SpecSource source) {
        return isOnDisk(source) ? source.displayFolder() + "/" + FILE : layout.displayOf(file(source));
    }

    private Path file(SpecSource source) {
        return isOnDisk(source)
                ? source.folder().resolve(FILE)
                : input.lockDirectory().resolve(source.integration()).resolve(FILE);
    }

    private static boolean isOnDisk(SpecSource source) {
        return source.folder().getFileSystem().equals(FileSystems.getDefault());
    }
}
