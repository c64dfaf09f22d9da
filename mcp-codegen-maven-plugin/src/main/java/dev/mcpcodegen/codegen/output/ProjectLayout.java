package dev.mcpcodegen.codegen.output;

import java.nio.file.Path;

/**
 * Where a project keeps what is generated.
 *
 * @param base the project's folder; what is shown to people is relative to it
 * @param sources root of generated Java
 * @param resources root of generated resources
 * @param reports where the reports go
 * @param state where one execution remembers what it did; its siblings are those of other executions
 */
public record ProjectLayout(Path base, Path sources, Path resources, Path reports, Path state) {

    /** A path as people see it: relative to the project where it lies within, separated by slashes. */
    public String displayOf(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path root = base.toAbsolutePath().normalize();
        // A folder beside the project, such as ../../specs, is still told without the machine's own paths.
        String display = root.getRoot() != null && root.getRoot().equals(absolute.getRoot())
                ? root.relativize(absolute).toString()
                : absolute.toString();
        return display.replace('\\', '/');
    }
}
