package dev.mcpcodegen.codegen.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** What one execution of a project has written, by its own memory. */
final class ExecutionFiles {

    private final ProjectLayout layout;
    private final Path state;

    ExecutionFiles(ProjectLayout layout, String execution) {
        this.layout = layout;
        this.state = layout.memory().resolve(execution);
    }

    /** Whether the execution has ever written anything. */
    boolean exist() {
        return Files.exists(manifest("sources")) || Files.exists(state.resolve("sources.manifest.journal"));
    }

    /** What the execution wrote, by paths relative to the roots of sources and of resources. */
    SortedSet<String> paths() throws IOException {
        SortedSet<String> paths = new TreeSet<>(new PathList(manifest("sources")).read());
        paths.addAll(new PathList(manifest("resources")).read());
        return paths;
    }

    /** Makes these the files of the execution. */
    OutputChanges write(Collection<GeneratedFile> files) throws IOException {
        OutputChanges sources = directory(layout.sources(), "sources").write(of(files, GeneratedFile.Kind.SOURCE));
        OutputChanges resources =
                directory(layout.resources(), "resources").write(of(files, GeneratedFile.Kind.RESOURCE));
        for (String path : resources.deleted()) {
            deleteCopy(path);
        }
        return sources.and(resources);
    }

    /** Whether these are the providers that the execution has entered for each service. */
    boolean offers(Map<String, List<String>> services) throws IOException {
        for (Map.Entry<String, List<String>> service : services.entrySet()) {
            if (!serviceFile(service.getKey()).holds(service.getValue())) {
                return false;
            }
        }
        return true;
    }

    /** Makes these the providers of the execution for each service. */
    void offer(Map<String, List<String>> services) throws IOException {
        for (Map.Entry<String, List<String>> service : services.entrySet()) {
            ServiceFile file = serviceFile(service.getKey());
            file.write(service.getValue());
            if (!Files.exists(file.path())) {
                deleteCopy(ServiceFile.FOLDER + service.getKey());
            }
        }
    }

    void writeReports(Collection<GeneratedFile> reports) throws IOException {
        directory(layout.reports(), "reports").write(reports);
    }

    /** The compiler deletes the classes of deleted sources; the copies of deleted resources would be packaged for ever. */
    private void deleteCopy(String path) throws IOException {
        new ConfinedRoot(layout.classes()).deleteIfExists(path);
    }

    private ServiceFile serviceFile(String service) {
        return new ServiceFile(layout.resources(), service, state.resolve(service));
    }

    private OutputDirectory directory(Path root, String name) {
        return new OutputDirectory(root, manifest(name));
    }

    private Path manifest(String name) {
        return state.resolve(name + ".manifest");
    }

    private static List<GeneratedFile> of(Collection<GeneratedFile> files, GeneratedFile.Kind kind) {
        return files.stream().filter(file -> file.kind() == kind).toList();
    }
}
