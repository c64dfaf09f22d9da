package dev.mcpcodegen.codegen.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Everything that one execution writes into a project: sources, resources, service files, reports, and the memory of it. */
public final class ProjectOutput {

    private final ProjectLayout layout;
    private final UpToDateCheck upToDate;

    public ProjectOutput(ProjectLayout layout) {
        this.layout = layout;
        this.upToDate = new UpToDateCheck(layout.state().resolve("state"), layout.base());
    }

    /** Whether a run would read and write what the latest one did. */
    public boolean isUpToDate(UpToDateKey key) throws IOException {
        return upToDate.canSkip(key);
    }

    /**
     * Writes what differs and deletes what is no longer wanted.
     *
     * @param services the providers of each service
     */
    public OutputChanges write(
            UpToDateKey key,
            Collection<GeneratedFile> files,
            Map<String, List<String>> services,
            Collection<GeneratedFile> reports)
            throws IOException {
        upToDate.forget();
        OutputChanges sources = directory(layout.sources(), "sources").write(ofKind(files, GeneratedFile.Kind.SOURCE));
        OutputChanges resources =
                directory(layout.resources(), "resources").write(ofKind(files, GeneratedFile.Kind.RESOURCE));
        directory(layout.reports(), "reports").write(reports);

        List<Path> outputs = new ArrayList<>();
        files.forEach(file -> outputs.add(root(file.kind()).resolve(file.path())));
        reports.forEach(report -> outputs.add(layout.reports().resolve(report.path())));
        for (Map.Entry<String, List<String>> service : services.entrySet()) {
            Path memory = layout.state().resolve(service.getKey());
            ServiceFile file = new ServiceFile(layout.resources(), service.getKey(), memory);
            file.write(service.getValue());
            outputs.add(file.path());
        }
        upToDate.remember(key, outputs);
        return sources.and(resources);
    }

    private OutputDirectory directory(Path root, String manifest) {
        return new OutputDirectory(root, layout.state().resolve(manifest + ".manifest"));
    }

    private Path root(GeneratedFile.Kind kind) {
        return kind == GeneratedFile.Kind.SOURCE ? layout.sources() : layout.resources();
    }

    private static List<GeneratedFile> ofKind(Collection<GeneratedFile> files, GeneratedFile.Kind kind) {
        return files.stream().filter(file -> file.kind() == kind).toList();
    }
}
