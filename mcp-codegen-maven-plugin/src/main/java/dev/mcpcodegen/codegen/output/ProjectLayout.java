package dev.mcpcodegen.codegen.output;

import java.nio.file.Path;
import java.util.Set;

/**
 * Where a project keeps what is generated.
 *
 * @param base the project's folder; what is shown to people is relative to it
 * @param sources root of generated Java
 * @param resources root of generated resources
 * @param classes where the build copies resources to and compiles sources to
 * @param reports where the reports go
 * @param memory a folder for each execution of the project, by its name, in which it remembers what it did
 * @param execution the name of the execution that runs
 * @param executions the names of all executions that the project has, with the one that runs
 */
public record ProjectLayout(
        Path base,
        Path sources,
        Path resources,
        Path classes,
        Path reports,
        Path memory,
        String execution,
        Set<String> executions) {

    public ProjectLayout {
        executions = Set.copyOf(executions);
    }

    /** Where the execution that runs remembers what it did. */
    public Path state() {
        return memory.resolve(execution);
    }

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
