package dev.mcpcodegen.codegen.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that one execution writes into a project: sources, resources, service files, reports, and the memory of it. */
public final class ProjectOutput {

    private final ProjectLayout layout;
    private final UpToDateCheck upToDate;
    private final ExecutionFiles own;
    private final OtherExecutions others;

    public ProjectOutput(ProjectLayout layout) {
        this.layout = layout;
        this.upToDate = new UpToDateCheck(layout.state().resolve("state"), layout.base());
        this.own = new ExecutionFiles(layout, layout.execution());
        this.others = new OtherExecutions(layout);
    }

    /**
     * Whether a run would read and write what the latest one did.
     *
     * @param services the providers of each service
     */
    public boolean isUpToDate(UpToDateKey key, Map<String, List<String>> services) throws IOException {
        return own.offers(services) && others.gone().isEmpty() && upToDate.canSkip(key);
    }

    /** The first file that another execution of the project generates too; both would write it in turn. */
    public Optional<SharedFile> sharedFile(Collection<GeneratedFile> files) throws IOException {
        return others.sharedFile(files);
    }

    /**
     * Writes what differs and deletes what is no longer wanted, also of executions that the project no longer has.
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
        others.forgetGone(services.keySet());
        OutputChanges changes = own.write(files);
        own.offer(services);
        own.writeReports(reports);

        // Service files are shared with other executions, so they have a check of their own.
        List<Path> outputs = new ArrayList<>();
        files.forEach(file -> outputs.add(root(file.kind()).resolve(file.path())));
        reports.forEach(report -> outputs.add(layout.reports().resolve(report.path())));
        upToDate.remember(key, outputs);
        return changes;
    }

    private Path root(GeneratedFile.Kind kind) {
        return kind == GeneratedFile.Kind.SOURCE ? layout.sources() : layout.resources();
    }
}
