package dev.mcpcodegen.codegen.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The other executions of a project, known by what they remember: those it has, and those it had. */
final class OtherExecutions {

    private final ProjectLayout layout;

    OtherExecutions(ProjectLayout layout) {
        this.layout = layout;
    }

    /** The first of the files that another execution of the project generates too. */
    Optional<SharedFile> sharedFile(Collection<GeneratedFile> files) throws IOException {
        SortedSet<String> wanted = new TreeSet<>();
        files.forEach(file -> wanted.add(file.path()));
        for (String execution : remembered()) {
            if (!layout.executions().contains(execution)) {
                continue;
            }
            SortedSet<String> shared = new ExecutionFiles(layout, execution).paths();
            shared.retainAll(wanted);
            if (!shared.isEmpty()) {
                return Optional.of(new SharedFile(shared.first(), execution));
            }
        }
        return Optional.empty();
    }

    /** Executions that have left files, but are no longer part of the project. */
    List<String> gone() throws IOException {
        return remembered().stream()
                .filter(execution -> !layout.executions().contains(execution))
                .toList();
    }

    /** Deletes what executions wrote that are gone: it would be compiled and served for ever. */
    void forgetGone(Collection<String> services) throws IOException {
        for (String execution : gone()) {
            ExecutionFiles files = new ExecutionFiles(layout, execution);
            files.write(List.of());
            files.offer(services.stream().collect(Collectors.toMap(service -> service, service -> List.of())));
            Path state = layout.memory().resolve(execution);
            for (Path file : list(state)) {
                Files.delete(file);
            }
            Files.delete(state);
        }
    }

    private List<String> remembered() throws IOException {
        List<String> executions = new ArrayList<>();
        for (Path folder : list(layout.memory())) {
            String name = String.valueOf(folder.getFileName());
            if (!name.equals(layout.execution()) && new ExecutionFiles(layout, name).exist()) {
                executions.add(name);
            }
        }
        return executions;
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }
}
